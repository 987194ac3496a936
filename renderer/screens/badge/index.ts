import type { Screen } from '../screen'
import { BadgeScreen } from './BadgeScreen'

export const badge: Screen = { name: 'badge', group: null, under: 'people', Show: BadgeScreen }
