import type { Screen } from '../screen'
import { SkillMapScreen } from './SkillMapScreen'

export const skillMap: Screen = { name: 'skillMap', group: 'see', under: 'skillMap', Show: SkillMapScreen }
