import type { Screen } from '../screen'
import { RequirementsScreen } from './RequirementsScreen'

const parameters = [] as const

declare module '../../view/view' {
  interface ScreenParameters {
    requirements: (typeof parameters)[number]
  }
}

export const requirements: Screen<'requirements'> = { name: 'requirements', parameters, group: 'setUp', under: 'requirements', Show: RequirementsScreen }
