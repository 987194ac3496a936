import { useView } from '../../view/view'
import { ImportView } from './ImportView'
import { RosterPreview } from './RosterPreview'

/** The import screen: badges, supporting documents and the roster. */
export function ImportingScreen() {
  const { roster } = useView().view.selected
  return roster === undefined ? <ImportView /> : <RosterPreview key={roster} path={roster} />
}
