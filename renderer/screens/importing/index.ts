import type { Screen } from '../screen'
import { ImportingScreen } from './ImportingScreen'

const parameters = ['import', 'outcome', 'grade', 'among', 'code', 'roster'] as const

declare module '../../view/view' {
  interface ScreenParameters {
    importing: (typeof parameters)[number]
  }
}

export const importing: Screen<'importing'> = { name: 'importing', parameters, group: 'daily', under: 'importing', Show: ImportingScreen }
