import type { ApplicationProblemCode } from './problems/application'
import type { ParserProblemCode } from './problems/parser'
import type { ReaderProblemCode } from './problems/reader'
import type { RequirementProblemCode } from './problems/requirement'
import type { RosterProblemCode } from './problems/roster'
import type { VerifierProblemCode } from './problems/verifier'

/** Every stable code an expected failure or a flag can carry. Codes are never renamed once released; words are in `shared/text`. */
export type ProblemCode = ReaderProblemCode | ParserProblemCode | VerifierProblemCode | RosterProblemCode | RequirementProblemCode | ApplicationProblemCode

/** One problem or remark as a value: it crosses processes; `shared/text` has its words. */
export interface Problem<Code extends ProblemCode = ProblemCode> {
  readonly code: Code
  /** JSON Pointer (RFC 6901) into the document. */
  readonly at?: string
  /** A literal from the input (a name, a value, a number) that the sentence may show. Never prose. */
  readonly detail?: string
}

/** A problem with its place in the document; an empty pointer names the whole document. */
export type PlacedProblem<Code extends ProblemCode = ProblemCode> = Problem<Code> & { readonly at: string }

/** The result of work that can fail. */
export type Result<Value, Failure = Problem> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly problem: Failure }

export const success = <Value>(value: Value): Result<Value, never> => ({ ok: true, value })

export const failure = <Failure = Problem>(problem: Failure): Result<never, Failure> => ({ ok: false, problem })
