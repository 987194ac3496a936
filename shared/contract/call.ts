import type { z } from 'zod'

/** What an entry of the contract must tell: who answers it, what goes in, what comes out. */
export interface Call<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  /** `engine`: the working process answers. `main`: the shell answers, because it needs a dialog, a printer or the program's own facts. */
  readonly home: 'engine' | 'main'
  readonly input: Input
  readonly output: Output
}

export const call = <Input extends z.ZodType, Output extends z.ZodType>(home: Call['home'], input: Input, output: Output): Call<Input, Output> => ({
  home,
  input,
  output,
})
