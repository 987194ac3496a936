import { join } from 'node:path'
import { type Ran, tekizaiHere } from '../../faults/tekizai.ts'
import { type City, day, instant, scratch, writeCity } from '../engine/stand'

/** Shared by the tests of the verbs: the built program, and a folder with the sample city. */

const folder = scratch()
export const at = (name: string): string => join(folder, name)

type Lines = readonly Readonly<Record<string, unknown>>[]

export async function run(...words: readonly string[]): Promise<Ran> {
  const ran = await tekizaiHere(words, { now: new Date(instant) })
  if (ran.code !== 0) throw new Error(`${words.join(' ')}: ${ran.stderr}`)
  return ran
}
export const values = async (...words: readonly string[]): Promise<Lines> => (await run(...words, '--json')).lines()

export const data = (): readonly string[] => ['--data', at('data')]
export const grades = ['verified', 'confirmed', 'unregistered', 'unproven', 'rejected']

/** The city, and the output of each verb that imported it. */
export interface Loaded {
  readonly city: City
  readonly roster: Lines
  readonly register: Lines
  readonly skills: Lines
  readonly import: Lines
}

export async function loadCity(): Promise<Loaded> {
  const city = await writeCity()
  return {
    city,
    roster: await values('roster', city.path('roster.csv'), ...data(), '--on', day),
    register: await values('register', 'import', city.path('register.json'), ...data()),
    skills: await values('skills', 'import', city.path('skills.csv'), ...data()),
    import: await values('import', city.path('badges.zip'), ...data(), '--at', instant),
  }
}
