import { describe, expect, it } from 'vitest'
import { applicationProblemCodes } from '../../../shared/model/problems/application'
import { parserProblemCodes } from '../../../shared/model/problems/parser'
import { readerProblemCodes } from '../../../shared/model/problems/reader'
import { requirementProblemCodes } from '../../../shared/model/problems/requirement'
import { rosterProblemCodes } from '../../../shared/model/problems/roster'
import { verifierProblemCodes } from '../../../shared/model/problems/verifier'
import { gradeValues, integrityValues, issuerValues, recipientValues, schemaValues, statusValues, timeValues } from '../../../shared/model/verification'
import { type Locale, texts } from '../../../shared/text'
import type { Explanation } from '../../../shared/text/explanation'

/* No verdict and no problem is without words, in either language. */

const codes = [readerProblemCodes, parserProblemCodes, verifierProblemCodes, rosterProblemCodes, requirementProblemCodes, applicationProblemCodes].flatMap(
  (area) => [...area],
)
const axisValues = {
  integrity: integrityValues,
  issuer: issuerValues,
  time: timeValues,
  status: statusValues,
  schema: schemaValues,
  recipient: recipientValues,
}

/** Everything that is explained in three sentences: where it stands, and the sentences. */
function explained(locale: Locale): readonly (readonly [string, Explanation | undefined])[] {
  const { problems, verdict } = texts[locale]
  const values = Object.entries(axisValues).flatMap(([axis, names]) =>
    names.map((value) => [`${axis} ${value}`, (verdict.values as Record<string, Record<string, Explanation>>)[axis]?.[value]] as const),
  )
  return [...codes.map((code) => [code, problems[code]] as const), ...values]
}

const sentencesOf = ({ found, why, next }: Explanation): readonly string[] => [found, why, next]

/** What may stand for a number, a name, or a list of them. */
const standIns: readonly unknown[] = ['1', 1, ['1', '1']]

/** A sentence made with the first stand-in it takes. */
function made(words: (...parts: readonly unknown[]) => unknown): unknown {
  for (const standIn of standIns) {
    try {
      return words(...Array.from({ length: words.length }, () => standIn))
    } catch {
      // It was made for another kind of part: the next one is tried.
    }
  }
  return undefined
}

/** Every text of a language with its place; sentences with parts in them are made with stand-ins. */
function* everyText(words: unknown, place = ''): Generator<readonly [string, string]> {
  if (typeof words === 'string') yield [place, words]
  else if (typeof words === 'function') yield* everyText(made(words as Parameters<typeof made>[0]), place)
  else if (typeof words === 'object' && words !== null) for (const [name, member] of Object.entries(words)) yield* everyText(member, `${place}/${name}`)
}

const japanese = /[\u3040-\u30ff\u3400-\u9fff\uff01-\uff5e。、]/u
/** Names of things and literal words stand in quotation marks or brackets; the program and the other language are called by their own names. */
const withoutNames = (text: string): string => text.replaceAll(/適材|日本語/g, '').replaceAll(/"[^"]*"|“[^”]*”|'[^']*'|`[^`]*`|\([^()]*\)/g, '')

for (const locale of ['ja', 'en'] as const)
  describe(`the words of ${locale}`, () => {
    it('say of every problem code and every value of every axis what was found, why it matters and what to do', () => {
      const all = explained(locale)
      expect(all.length).toBe(codes.length + Object.values(axisValues).flat().length)
      const wordless = all.filter(([, explanation]) => explanation === undefined || sentencesOf(explanation).some((sentence) => sentence.trim() === ''))
      expect(wordless.map(([place]) => place)).toEqual([])
    })

    it('are whole sentences there', () => {
      const end = locale === 'ja' ? /。$/ : /[.?]$/
      const open = explained(locale).filter(([, explanation]) => explanation !== undefined && sentencesOf(explanation).some((sentence) => !end.test(sentence)))
      expect(open).toEqual([])
    })

    it('name every grade by a letter, a name and a sentence', () => {
      const grades = gradeValues.map((grade) => texts[locale].verdict.grades[grade])
      expect(new Set(grades.map(({ letter }) => letter)).size).toBe(gradeValues.length)
      expect(grades.every(({ name, sentence, next }) => [name, sentence, next].every((text) => text.trim() !== ''))).toBe(true)
    })

    it('never cry out', () => {
      expect([...everyText(texts[locale])].filter(([, text]) => /[!！]/.test(text))).toEqual([])
    })
  })

it('no code is listed twice, and none is without an area', () => {
  expect(new Set(codes).size).toBe(codes.length)
  expect(Object.keys(texts.ja.problems).sort()).toEqual([...codes].sort())
})

it('English has no Japanese in it but for names in quotation marks or brackets', () => {
  expect([...everyText(texts.en)].filter(([, text]) => japanese.test(withoutNames(text)))).toEqual([])
})
