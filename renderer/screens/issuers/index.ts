import type { Screen } from '../screen'
import { IssuersScreen } from './IssuersScreen'

export const issuers: Screen = { name: 'issuers', group: 'setUp', under: 'issuers', Show: IssuersScreen }
