import { createContext, useContext } from 'react'
import type { ProblemCode } from '../../shared/model/problem'
import type { Grade } from '../../shared/model/verification'
import { type Locale, type Text, texts } from '../../shared/text'
import type { Explanation } from '../../shared/text/explanation'

export interface LocaleChoice {
  readonly locale: Locale
  readonly choose: (locale: Locale) => void
}

export const LocaleContext = createContext<LocaleChoice>({ locale: 'ja', choose: () => {} })

/** All words of the language on screen. */
export const useText = (): Text => texts[useContext(LocaleContext).locale]

export const useLocale = (): Locale => useContext(LocaleContext).locale

export const useLocaleChoice = (): LocaleChoice => useContext(LocaleContext)

/** A problem as the contract delivers it: `Problem` whose optional members may be undefined. */
export interface ShownProblem {
  readonly code: ProblemCode
  readonly at?: string | undefined
  readonly detail?: string | undefined
}

/** A problem in words. A code of a newer engine has no explanation: the text names the code. */
export function explain(text: Text, problem: ShownProblem): Explanation {
  const known: Partial<Record<string, Explanation>> = text.problems
  return known[problem.code] ?? text.shell.unexplained(problem.code)
}

/** Grades in one line: 「A 署名検証済、C 照会済」. */
export const gradesInWords = (grades: readonly Grade[], { verdict, shell }: Text): string =>
  shell.list(grades.map((grade) => `${verdict.grades[grade].letter} ${verdict.grades[grade].name}`))
