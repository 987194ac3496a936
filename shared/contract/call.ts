import type { z } from 'zod'
import type { AuditAction, Changes, Fact, JobName } from './change'

/** `engine`: the working process answers. `shell`: the shell answers, because it needs a dialog, a printer or the program's own facts. */
type Home = 'engine' | 'shell'

/** What an entry of the contract must tell: who answers it, what it depends on and changes, what goes in, what comes out. */
export interface Call<Where extends Home = Home, ShellOnly extends boolean = boolean, Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType>
  extends Changes {
  readonly home: Where
  /** Only the shell may make this call; it is refused when the window asks. */
  readonly shellOnly: ShellOnly
  /** The facts the answer depends on: it is asked again when one of them changes. */
  readonly reads: readonly Fact[]
  /** Work the call begins, which goes on after the answer and tells of its own changes. */
  readonly begins: JobName | null
  readonly input: Input
  readonly output: Output
}

/** What a call reads and changes. A call that changes nothing says what it reads, were it nothing. */
type About<ShellOnly extends boolean> = { readonly shellOnly?: ShellOnly } & (
  | { readonly reads: readonly Fact[]; readonly changes?: never; readonly audit?: readonly AuditAction[]; readonly begins?: never }
  | { readonly reads?: readonly Fact[]; readonly changes: readonly Fact[]; readonly audit: readonly AuditAction[]; readonly begins?: JobName }
)

/** An entry of the contract. */
export const call = <Where extends Home, Input extends z.ZodType, Output extends z.ZodType, const ShellOnly extends boolean = false>(
  home: Where,
  about: About<ShellOnly>,
  input: Input,
  output: Output,
): Call<Where, ShellOnly, Input, Output> => ({
  home,
  shellOnly: (about.shellOnly ?? false) as ShellOnly, // Left out, its type is `false`.
  reads: about.reads ?? [],
  changes: about.changes ?? [],
  audit: about.audit ?? [],
  begins: about.begins ?? null,
  input,
  output,
})
