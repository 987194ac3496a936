import type { Screen } from '../screen'
import { BadgeScreen } from './BadgeScreen'

const parameters = ['badge'] as const

declare module '../../view/view' {
  interface ScreenParameters {
    badge: (typeof parameters)[number]
  }
}

export const badge: Screen<'badge'> = { name: 'badge', parameters, group: null, under: 'people', Show: BadgeScreen }
