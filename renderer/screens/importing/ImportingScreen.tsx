import { useView } from '../../view/view'
import { ImportView } from './ImportView'
import { RosterPreview } from './RosterPreview'

/** Everything comes in here: badges and what supports them, and the roster. */
export function ImportingScreen() {
  const { roster } = useView().view.selected
  return roster === undefined ? <ImportView /> : <RosterPreview key={roster} path={roster} />
}
