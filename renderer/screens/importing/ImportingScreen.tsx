import { useHandover } from '../../view/handover'
import { useSelected } from '../../view/view'
import { ImportView } from './ImportView'
import { RosterPreview } from './RosterPreview'

/** The import screen: badges, supporting documents and the roster. */
export function ImportingScreen() {
  const roster = useHandover().fileOf(useSelected('importing').selected.roster)
  return roster === undefined ? <ImportView /> : <RosterPreview key={roster} path={roster} />
}
