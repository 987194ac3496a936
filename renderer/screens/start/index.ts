import type { Screen } from '../screen'
import { StartScreen } from './StartScreen'

const parameters = [] as const

declare module '../../view/view' {
  interface ScreenParameters {
    start: (typeof parameters)[number]
  }
}

export const start: Screen<'start'> = { name: 'start', parameters, group: null, under: 'start', Show: StartScreen }
