import type { Screen } from '../screen'
import { StartScreen } from './StartScreen'

export const start: Screen = { name: 'start', group: null, under: 'start', Show: StartScreen }
