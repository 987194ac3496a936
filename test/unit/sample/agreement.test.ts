import { createHash } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { completeCredential, type Parsed, type ParsedCredential, type ParsedEnvelope, parse, readRegister } from '../../../electron/parser'
import { readFile, readTable } from '../../../electron/reader'
import { indexRecipients, planRoster, readRoster, searchAmong } from '../../../electron/roster'
import { usualSample } from '../../../electron/sample'
import { buildContext, storedIn, type VerifierContext, verify } from '../../../electron/verifier'
import { leavesOn } from '../../../shared/coverage'
import type { JsonObject } from '../../../shared/model/json'
import { type AxisName, axisValues } from '../../../shared/model/verification'
import { matchAmong } from '../../fixtures/matchAmong'
import { type Answer, type OpenedCity, openCity, textOfBytes } from './openedBundle'

/* Our engine reads a city it did not make, and its answers are held against the city's own. Names only: 600 badges are compared one by one. */

let city: OpenedCity
let parsed: ReadonlyMap<string, Parsed>
let contextAt: (instant: string, accepted?: readonly string[]) => VerifierContext

/** The key of an answer and of what our reader found: an envelope and its file share a label. */
const keyOf = ({ kind, source }: { readonly kind: string; readonly source: string }) => `${kind} ${source}`

beforeAll(async () => {
  city = await openCity(usualSample)
  const bytes = city.files.get('badges.zip') ?? new Uint8Array()
  const found = readFile('badges.zip', bytes).flatMap((read): readonly Parsed[] => (read.kind === 'envelope' ? parse(read) : [read]))
  const counts = Map.groupBy(
    found.filter(({ kind }) => kind === 'credential'),
    ({ source }) => source,
  )
  parsed = new Map(
    found.map((one) => {
      const alike = counts.get(one.source)
      return one.kind === 'credential' && alike && alike.length > 1 ? [`${keyOf(one)}#${alike.indexOf(one) + 1}`, one] : [keyOf(one), one]
    }),
  )
  const register = readRegister(JSON.parse(textOfBytes(city.files.get('register.json'))) as JsonObject)
  if (!register.ok) throw new Error(register.problem.at)
  const documents = found.filter((one) => one.kind === 'support')
  contextAt = (instant, accepted = []) => buildContext(documents, register.value, new Date(instant), { accepted })
})

test('everything is found, and nothing else', () => {
  expect([...parsed.keys()].sort()).toEqual(city.answers.files.map(keyOf).sort())
})

test('unreadable files give the reason they were made with, supporting files their type', () => {
  for (const answer of city.answers.files) {
    const found = parsed.get(keyOf(answer))
    if (found?.kind === 'unreadable') expect([answer.source, found.problem.code]).toEqual([answer.source, answer.code])
    if (found?.kind === 'support') expect([answer.source, found.type]).toEqual([answer.source, answer.type])
  }
})

/** Each claim the answers make of one thing that our engine sees otherwise. */
async function disagreements(answer: Answer, found: ParsedCredential | ParsedEnvelope, context: VerifierContext, later: boolean): Promise<readonly string[]> {
  const verdict = await verify(found, context)
  const own: Record<string, unknown> = { grade: verdict.grade }
  const axes = axisValues(verdict.axes)
  const claimed: Record<string, unknown> = { grade: answer.grade }
  for (const [axis, value] of Object.entries({ ...answer.axes, ...(later && answer.laterTime ? { time: answer.laterTime } : {}) })) {
    claimed[axis] = value
    own[axis] = axes[axis as AxisName]
  }
  if (found.kind === 'credential') {
    const credential = completeCredential(found.credential, storedIn(context))
    Object.assign(own, {
      standard: credential.standard,
      container: found.container,
      proof: verdict.proof,
      id: credential.id,
      issuerId: credential.issuer.id,
      achievementId: credential.achievement.id,
      validFrom: credential.validFrom,
      validUntil: credential.validUntil,
      counts: verdict.counts,
    })
    for (const name of ['standard', 'container', 'proof', 'id', 'issuerId', 'achievementId', 'validFrom', 'validUntil', ...(later ? [] : ['counts'])])
      if (name in answer) claimed[name] = (answer as unknown as Record<string, unknown>)[name]
  }
  return Object.entries(claimed)
    .filter(([name, value]) => own[name] !== value)
    .map(([name, value]) => `${answer.source} [${answer.fault ?? '―'}] ${name}: ours ${own[name]}, true ${value}`)
}

test.each([
  ['on the reference day', false],
  ['on 1 April after it', true],
] as const)('every badge is judged as it was made, %s', async (_, later) => {
  const context = contextAt(later ? city.answers.reference.laterAt : city.answers.reference.at)
  const differences: string[] = []
  for (const answer of city.answers.files) {
    const found = parsed.get(keyOf(answer))
    if (found?.kind === 'credential' || found?.kind === 'envelope') differences.push(...(await disagreements(answer, found, context, later)))
  }
  expect(differences).toEqual([])
})

test('the badges that evidence confirms, clears or ends are judged so once somebody accepts it, and all others as before', async () => {
  const evidence = createHash('sha256').update(city.files.get('evidence.json')!).digest('hex')
  const context = contextAt(city.answers.reference.at, [evidence])
  const afterwards = new Map(city.answers.withEvidence.files.map((answer) => [keyOf(answer), answer]))
  expect(afterwards.size).toBeGreaterThan(50)
  const differences: string[] = []
  for (const answer of city.answers.files) {
    const found = parsed.get(keyOf(answer))
    const truth = afterwards.get(keyOf(answer)) ?? answer
    if (found?.kind === 'credential' || found?.kind === 'envelope') differences.push(...(await disagreements(truth, found, context, false)))
  }
  expect(differences).toEqual([])
})

const readCityRoster = () => {
  const table = readTable(city.files.get('roster.csv') ?? new Uint8Array())
  if (!table.ok) throw new Error(table.problem.code)
  const read = readRoster(table.value.rows, { mapping: null, on: '2026-11-20' })
  if (!read.ok) throw new Error(read.problem.code)
  return planRoster(read.value, { people: [], assignments: [], divisions: [] }, '2026-11-20')
}

const dayAfter = (day: string | null) => (day === null ? null : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10))

test('the roster is read as it was written: rows, people, divisions, posts, days', () => {
  const { summary, plan } = readCityRoster()
  const { kind: _, ...claimed } = city.answers.roster.summary
  expect(summary).toMatchObject(claimed)
  const byNumber = new Map(plan.people.add.map((person) => [person.staffNumber, person]))
  for (const truth of city.answers.roster.people) {
    const person = byNumber.get(truth.staffNumber)
    expect(person).toMatchObject({ name: truth.name, birthDate: truth.birthDate, hiredOn: truth.hiredOn, termEndsOn: dayAfter(truth.termLastDay) })
    const posts = plan.assignments.add.filter(({ staffNumber }) => staffNumber === truth.staffNumber)
    const facts = (list: readonly { readonly divisionCode: string; readonly startsOn: string }[]) => list.map((one) => JSON.stringify(one)).sort()
    expect(
      facts(posts.map(({ divisionCode, post, concurrent, leave, startsOn, endsOn }) => ({ divisionCode, post, concurrent, leave, startsOn, endsOn }))),
    ).toEqual(
      facts(
        truth.posts.map(({ lastDay, divisionCode, post, concurrent, leave, startsOn }) => ({
          divisionCode,
          post,
          concurrent,
          leave,
          startsOn,
          endsOn: dayAfter(lastDay) ?? '9999-12-31',
        })),
      ),
    )
  }
})

test('the program foresees the same last days: 任期満了, and 定年 of those who were not taken on again', () => {
  const { plan } = readCityRoster()
  const foreseen = plan.people.add.map(({ staffNumber, birthDate, termEndsOn }) => {
    const begins = plan.assignments.add.filter((post) => post.staffNumber === staffNumber).map(({ startsOn }) => startsOn)
    return [staffNumber, leavesOn({ birthDate, termEndsOn, lastPostStartsOn: begins.sort().at(-1) ?? null })]
  })
  expect(foreseen).toEqual(city.answers.roster.people.map(({ staffNumber, lastDayWithCity }) => [staffNumber, dayAfter(lastDayWithCity) ?? '9999-12-31']))
})

test('every badge finds its holder, and strangers find nobody', () => {
  const people = readCityRoster().plan.people.add
  const among = { index: indexRecipients(people), search: searchAmong(people) }
  const differences: string[] = []
  for (const answer of city.answers.files) {
    const found = parsed.get(keyOf(answer))
    if (found?.kind !== 'credential') continue
    const match = matchAmong(found.credential.recipients, among)
    const staffNumber = match && 'staffNumber' in match ? match.staffNumber : null
    if (staffNumber !== answer.staffNumber) differences.push(`${answer.source}: ours ${staffNumber}, true ${answer.staffNumber}`)
  }
  expect(differences).toEqual([])
})
