import type { Screen } from '../screen'
import { IssuersScreen } from './IssuersScreen'

const parameters = ['issuer', 'tab'] as const

declare module '../../view/view' {
  interface ScreenParameters {
    issuers: (typeof parameters)[number]
  }
}

export const issuers: Screen<'issuers'> = { name: 'issuers', parameters, group: 'setUp', under: 'issuers', Show: IssuersScreen }
