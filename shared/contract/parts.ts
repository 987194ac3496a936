import { z } from 'zod'
import { type Day, isDay } from '../model/day'
import type { ProblemCode } from '../model/problem'
import { gradeValues, integrityValues, issuerValues, recipientValues, schemaValues, statusValues, timeValues } from '../model/verification'

/** Shapes that several calls share. */
export const day = z.custom<Day>((value) => typeof value === 'string' && isDay(value))
export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
export const grade = z.enum(gradeValues)
export const locale = z.enum(['ja', 'en'])
export const path = z.string().min(1).max(4096)
export const staffNumber = z.string().min(1).max(64)
export const count = z.number().int().nonnegative()
export const nothing = z.strictObject({})
export const problem = z.strictObject({
  code: z.custom<ProblemCode>((value) => typeof value === 'string'),
  at: z.string().optional(),
  detail: z.string().optional(),
})
export const axes = z.strictObject({
  integrity: z.enum(integrityValues),
  issuer: z.enum(issuerValues),
  time: z.enum(timeValues),
  status: z.enum(statusValues),
  schema: z.enum(schemaValues),
  recipient: z.enum(recipientValues),
})
export const grades = z.strictObject({ verified: count, confirmed: count, unregistered: count, unproven: count, rejected: count })

/** Why a verdict was made: the badge came, or the register, a supporting document or the roster changed, or an import was taken back. */
export const reason = z.enum(['import', 'register', 'documents', 'roster', 'undo'])
export type Reason = z.infer<typeof reason>

/** Which people and badges a number is about. Every view and every report of coverage takes the same scope, so that their numbers agree. */
export const scope = z.strictObject({
  on: day,
  level,
  grades: z.array(grade).min(1),
  includeLeave: z.boolean(),
  /** Also leave out those who have gone by `on` through 任期満了 or 定年, though their post names no end. */
  withLeavers: z.boolean().optional(),
})
export type Scope = z.infer<typeof scope>

/** A page of a longer list. */
export const page = z.strictObject({ offset: count, limit: z.number().int().min(1).max(1000) })
