import type { Screen } from '../screen'
import { SkillMapScreen } from './SkillMapScreen'

const parameters = ['division', 'skill', 'tab', 'folded', 'show'] as const

declare module '../../view/view' {
  interface ScreenParameters {
    skillMap: (typeof parameters)[number]
  }
}

export const skillMap: Screen<'skillMap'> = { name: 'skillMap', parameters, group: 'see', under: 'skillMap', Show: SkillMapScreen }
