import type { Screen } from '../screen'
import { ImportingScreen } from './ImportingScreen'

export const importing: Screen = { name: 'importing', group: 'daily', under: 'importing', Show: ImportingScreen }
