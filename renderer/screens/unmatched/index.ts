import type { Screen } from '../screen'
import { UnmatchedScreen } from './UnmatchedScreen'

const parameters = [] as const

declare module '../../view/view' {
  interface ScreenParameters {
    unmatched: (typeof parameters)[number]
  }
}

export const unmatched: Screen<'unmatched'> = { name: 'unmatched', parameters, group: 'daily', under: 'unmatched', Show: UnmatchedScreen }
