import type { JsonObject } from '../../../shared/model/json'
import type { RegisteredIssuer } from '../../../shared/model/register'
import type { ContainerName, Original } from './mutateFile'

/** What the context of the signed originals is built from: a context has functions, which a thread cannot be given. */
export interface Known {
  readonly register: readonly RegisteredIssuer[]
  readonly documents: readonly JsonObject[]
}

/** The task of a worker. */
export interface MutationTask {
  readonly container: ContainerName
  readonly seed: number
  readonly count: number
  /** Null: the unsigned originals, read and parsed. Else signed ones of the container, verified as well. */
  readonly signed: { readonly originals: readonly Original[]; readonly known: Known } | null
  /** One number, shared: the file being worked on. */
  readonly here: SharedArrayBuffer
}

/** A credential that was verified as genuine. */
export interface Accepted {
  readonly number: number
  readonly grade: 'verified' | 'confirmed'
  /** The token, or the text of the document. */
  readonly text: string
}

/** The answers to all files. Numbers name files: `mutatedFile(…, seed, number)` makes one again. */
export interface MutationReport {
  /** How often each answer was given: `credential`, `unreadable json.syntax`, `rejected`. */
  readonly said: Readonly<Record<string, number>>
  readonly unanswered: readonly number[]
  readonly thrown: readonly { readonly number: number; readonly message: string }[]
  readonly accepted: readonly Accepted[]
  /** Seconds the thread computed for its slowest file; the time other programs took from it is not counted. */
  readonly slowest: { readonly number: number; readonly seconds: number }
  /** Highest heap and buffers of the thread, in MiB. */
  readonly peakMebibytes: number
}
