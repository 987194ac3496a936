import { z } from 'zod'
import { leaverReasons, lossReasons } from '../model/risk'
import { call } from './call'
import { count, day, grade, level, staffNumber } from './parts'

/** A place of the table; null and `*` for the whole city. */
const place = { divisionCode: z.string().nullable(), division: z.string(), skill: z.string() }

/** Why a person is lost as a holder. `on` is the first day away, elsewhere or on leave; of a badge its last day. */
export const lossBecause = z.strictObject({ staffNumber, reason: z.enum(lossReasons), on: day })
export type LossBecause = z.infer<typeof lossBecause>

/** A division and a skill without a holder on the later day, or with a target that is unmet then. */
export const riskLoss = z.strictObject({
  ...place,
  level,
  before: count,
  after: count,
  hole: z.enum(['empty', 'unmet']),
  /** Of an unmet target: the id of its requirement, and what it asks for on each of the days. */
  target: z.strictObject({ id: z.string(), required: count, requiredBefore: count }).nullable(),
  because: z.array(lossBecause),
})
export type RiskLoss = z.infer<typeof riskLoss>

export const riskSingle = z.strictObject({ ...place, staffNumber })
export type RiskSingle = z.infer<typeof riskSingle>

/** A badge that ends and is the person's last for the skill at its level. `on` is its last day. */
export const riskEnding = z.strictObject({
  staffNumber,
  skill: z.string(),
  level,
  credentialId: count,
  /** The credential's own id, as written in it. */
  credentialUri: z.string().nullable(),
  achievementName: z.string().nullable(),
  on: day,
})
export type RiskEnding = z.infer<typeof riskEnding>

/** A person who goes; `on` is the first day away. */
export const riskLeaver = z.strictObject({ staffNumber, reason: z.enum(leaverReasons), on: day })
export type RiskLeaver = z.infer<typeof riskLeaver>

/** A person named in the lists, in the main post of the first day. */
export const riskPerson = z.strictObject({
  staffNumber,
  name: z.string(),
  kana: z.string().nullable(),
  divisionCode: z.string(),
  division: z.string(),
  post: z.string().nullable(),
})
export type RiskPerson = z.infer<typeof riskPerson>

/** Two days and the grades that count. The first day is counted without leavers' dates, the later one with them; people on leave count on neither. */
export const riskQuestion = z.strictObject({ on: day, until: day, grades: z.array(grade).min(1) })
export type RiskQuestion = z.infer<typeof riskQuestion>

/** Divisions and skills in tree order, people by kana. */
export const riskTable = z.strictObject({
  losses: z.array(riskLoss),
  single: z.array(riskSingle),
  ending: z.array(riskEnding),
  leavers: z.array(riskLeaver),
  people: z.array(riskPerson),
})
export type RiskTable = z.infer<typeof riskTable>

export const riskCalls = {
  'risk.read': call('engine', { reads: ['requirements', 'roster', 'badges', 'skills'] }, riskQuestion, riskTable),
}
