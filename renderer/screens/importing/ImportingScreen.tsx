import { useHandover } from '../../view/handover'
import { useSelected } from '../../view/view'
import { ImportView } from './ImportView'
import { RosterPreview } from './RosterPreview'

/** Everything comes in here: badges and what supports them, and the roster. */
export function ImportingScreen() {
  const roster = useHandover().fileOf(useSelected('importing').selected.roster)
  return roster === undefined ? <ImportView /> : <RosterPreview key={roster} path={roster} />
}
