import type { Screen } from '../screen'
import { RiskScreen } from './RiskScreen'

const parameters = ['list', 'until', 'reason', 'part', 'field'] as const

declare module '../../view/view' {
  interface ScreenParameters {
    risk: (typeof parameters)[number]
  }
}

export const risk: Screen<'risk'> = { name: 'risk', parameters, group: 'see', under: 'risk', Show: RiskScreen }
