import { career } from './career'
import { depthBySkill } from './depthBySkill'

/** Every chart. */
export const charts = { depthBySkill, career }
