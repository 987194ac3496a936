import type { Day } from './day'
import type { Level, SkillPath } from './skill'

/** 必要数: `people`: at least so many holders. `share`: at least that share of the denominator, in basis points (7 % is 700), so that it is counted in whole numbers. */
export type RequirementRule = { readonly kind: 'people'; readonly people: number } | { readonly kind: 'share'; readonly basisPoints: number }

/** `division`: the division with all below it, counted as one. `sections`: every 課 at or below it, each for itself. */
export const reachValues = ['division', 'sections'] as const
export type RequirementReach = (typeof reachValues)[number]

/** For the 課 at or below one division the rule of a `sections` requirement is another one; null takes the requirement away there. The nearest one upwards wins. */
export interface RequirementException {
  readonly id: string
  readonly divisionCode: string
  readonly rule: RequirementRule | null
  readonly note: string
}

/** Which posts count, for holders and denominator alike, by the post held in the division. An empty list narrows nothing. */
export interface PostFilter {
  /** 職位. */
  readonly posts: readonly string[]
  /** 職種. */
  readonly jobTypes: readonly string[]
  /** 任用区分. */
  readonly employments: readonly string[]
}

/** 必要な力: a division, or the whole city, must have people who hold a skill at a level or above. @source placement.md, section 1 */
export interface Requirement extends PostFilter {
  readonly id: string
  /** Null for the whole city. */
  readonly divisionCode: string | null
  /** A branch means any skill below it. */
  readonly skill: SkillPath
  readonly level: Level
  readonly rule: RequirementRule
  readonly reach: RequirementReach
  /** Only of a `sections` requirement. */
  readonly exceptions: readonly RequirementException[]
  readonly startsOn: Day | null
  /** The first day it is no longer in force: half-open `[startsOn, endsOn)`, as a post. */
  readonly endsOn: Day | null
  readonly note: string
}

/** A requirement at one division on one day: what is checked. */
export interface Target extends PostFilter {
  /** The requirement's id, also where an exception rules. */
  readonly id: string
  /** The exception whose rule holds here; null where none does. */
  readonly exception: string | null
  /** Null for the whole city. */
  readonly divisionCode: string | null
  readonly skill: SkillPath
  readonly level: Level
  readonly rule: RequirementRule
  readonly reach: RequirementReach
}

/** `none`: a share of an empty denominator, or a 課 reached by `sections` without anybody in it; it is in no ratio. */
export const targetStates = ['met', 'unmet', 'none'] as const
export type TargetState = (typeof targetStates)[number]

/** What a target comes to on a day. */
export interface TargetResult {
  readonly required: number
  /** Distinct people with a counting badge and a post that counts. */
  readonly holders: number
  /** The denominator: distinct people with a post that counts. */
  readonly people: number
  readonly state: TargetState
  /** 不足: holders that are missing; 0 where the state is `met` or `none`. */
  readonly short: number
  /** How many holders must go until a met target is unmet; null where it is not met. */
  readonly busFactor: number | null
}

/** A target with its result. */
export type TargetLine = Target & TargetResult

/** The sums over targets. 充足率 is met ÷ (met + unmet). */
export interface GapTotals {
  readonly targets: number
  readonly met: number
  readonly unmet: number
  readonly none: number
  /** 不足: the sum of all that is missing. */
  readonly short: number
}

/** The name of a target: `R1@0104`, `R1@*` for the whole city. */
export const targetKey = ({ id, divisionCode }: Pick<Target, 'id' | 'divisionCode'>): string => `${id}@${divisionCode ?? '*'}`

/** The longest texts a requirement has, so that none of them breaks a table. */
export const requirementLimits = { id: 100, skill: 500, note: 1000, list: 100, word: 100, people: 9999, basisPoints: 10_000 } as const

/** Ids `R1`, `R2`, … that are not taken. */
export function* freeIds(taken: ReadonlySet<string>): Generator<string, never> {
  for (let number = 1; ; number += 1) if (!taken.has(`R${number}`)) yield `R${number}`
}
