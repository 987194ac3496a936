import type { Screen } from '../screen'
import { UnmatchedScreen } from './UnmatchedScreen'

export const unmatched: Screen = { name: 'unmatched', group: 'daily', under: 'unmatched', Show: UnmatchedScreen }
