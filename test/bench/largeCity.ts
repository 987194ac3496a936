import { join } from 'node:path'
import { type Database, databaseName, openDatabase } from '../../electron/store'
import { good } from './city'

/** How large a city is filled in. */
export interface Size {
  readonly badges: number
  readonly people: number
  readonly departments: number
  readonly sections: number
  readonly branches: number
  readonly skillsOfBranch: number
  /** How long the credential is that stands in each row: what a scan of rows must pass over. */
  readonly documentBytes: number
}

/** The same numbers on every run (mulberry32). */
function makeChance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const grades = ['verified', 'verified', 'verified', 'confirmed', 'confirmed', 'unproven', 'unregistered', 'rejected'] as const
const twoDigits = (number: number) => String(number).padStart(2, '0')

function addDivisions(db: Database, { departments, sections }: Size): void {
  const division = db.prepare('INSERT INTO division (id, code) VALUES (?, ?)')
  const period = db.prepare("INSERT INTO division_period VALUES (?, '0001-01-01', '9999-12-31', ?, ?, ?)")
  for (let place = 1; place <= departments + sections; place++) {
    const isSection = place > departments
    division.run(place, `D${place}`)
    period.run(place, `${isSection ? '課' : '部'}${place}`, isSection ? `D${1 + (place % departments)}` : null, place)
  }
}

function addPeople(db: Database, { people, departments, sections }: Size, chance: (below: number) => number): void {
  const person = db.prepare("INSERT INTO person (id, staff_number, name, kana, kana_sort, leaves_on, search_text) VALUES (?, ?, ?, ?, ?, '2060-04-01', ?)")
  const post = db.prepare(
    "INSERT INTO assignment (person_id, division_id, starts_on, ends_on, leave, concurrent) VALUES (?, ?, '2024-04-01', '9999-12-31', ?, ?)",
  )
  for (let id = 1; id <= people; id++) {
    person.run(id, String(id).padStart(5, '0'), `職員 ${id}`, `ショクイン ${id}`, `しよくいん${String(id).padStart(5, '0')}`, `職員${id}`)
    post.run(id, departments + 1 + chance(sections), chance(50) === 0 ? 'childcare' : 'none', 0)
    if (chance(30) === 0) post.run(id, departments + 1 + chance(sections), 'none', 1)
  }
}

/** How many issuers badges name; the first of them are in the register. */
const [issuers, registered] = [40, 30]

/** Each achievement is one issuer's. */
const issuerOf = (achievement: number): string => `did:web:issuer-${1 + (achievement % issuers)}.example`

function addSkills(db: Database, { branches, skillsOfBranch }: Size): void {
  const count = branches * skillsOfBranch
  const skill = db.prepare('INSERT INTO skill (id, path) VALUES (?, ?)')
  const achievement = db.prepare('INSERT INTO achievement (id, uri, issuer_uri) VALUES (?, ?, ?)')
  const mapping = db.prepare("INSERT INTO mapping (achievement_id, skill_id, level, bound) VALUES (?, ?, ?, 'earliest')")
  for (let id = 1; id <= count; id++) skill.run(id, `分野${id % branches}/スキル${id}`)
  for (let id = 1; id <= 3 * count; id++) {
    achievement.run(id, `urn:achievement:${id}`, issuerOf(id))
    mapping.run(id, 1 + (id % count), 1 + (id % 4))
  }
}

/** How many badges came with one import. */
const ofImport = 5000

function addIssuers(db: Database): void {
  const issuer = db.prepare("INSERT INTO issuer (id, uri, name, confirmed_by, confirmed_on, how) VALUES (?, ?, ?, '人事課', '2026-04-01', '電話')")
  for (let id = 1; id <= registered; id++) issuer.run(id, `did:web:issuer-${id}.example`, `発行者 ${id}`)
}

function addImports(db: Database, badges: number): void {
  const row = db.prepare("INSERT INTO import (id, started_at, at, state, sources) VALUES (?, ?, ?, 'done', '[]')")
  for (let number = 0; number * ofImport < badges; number++) {
    const at = `2026-11-20T00:00:${twoDigits(number % 60)}Z`
    row.run(`bench-${number}`, at, at)
  }
}

function addBadges(db: Database, { badges, people, branches, skillsOfBranch, documentBytes }: Size, chance: (below: number) => number): void {
  db.exec("INSERT INTO original (id, sha256, size, bytes) VALUES (1, printf('%064d', 1), 1, x'00')")
  const document = JSON.stringify({ recipients: [], recipientName: null, achievement: { description: 'x'.repeat(documentBytes) } })
  const badge = db.prepare(
    `INSERT INTO credential (original_id, ordinal, import_id, person_id, achievement_id, held_from, held_until, grade, status, standard, container,
       issuer_id, claimed_issuer_name, achievement_name, source, document)
     VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, 'OB3', 'json', ?, ?, ?, 'bundle.zip!badge.json', ?)`,
  )
  for (let place = 0; place < badges; place++) {
    const from = `20${15 + chance(11)}-${twoDigits(1 + chance(12))}-01`
    const until = chance(3) === 0 ? `20${25 + chance(6)}-03-31` : '9999-12-31'
    const person = chance(50) === 0 ? null : 1 + chance(people)
    const grade = grades[chance(grades.length)]!
    const achievement = 1 + chance(3 * branches * skillsOfBranch)
    const status = chance(100) === 0 ? 'revoked' : 'none'
    const issuer = 1 + (achievement % issuers)
    const importId = `bench-${Math.floor(place / ofImport)}`
    const names = [issuerOf(achievement), `発行者 ${issuer}`, `修了 ${achievement}`]
    badge.run(place, importId, person, achievement, from, until, grade, status, ...names, document)
  }
}

/** What an import leaves beside each badge: its verdict and the line of the import's own log. */
function addTraces(db: Database): void {
  db.exec(`
    INSERT INTO verification (credential_id, import_id, is_current, at, grade, integrity, issuer, time, status, schema, recipient, problems, seen, context_digest)
      SELECT id, import_id, 1, '2026-11-20T00:00:00Z', grade, 'intact', 'registered', 'current', status, 'ok', 'unmatched', '[]',
             '{"integrity":{"seen":[]},"issuer":{"seen":[]},"time":{"seen":[]},"status":{"seen":[]},"schema":{"seen":[]},"recipient":{"seen":[]}}', printf('%064d', 1)
      FROM credential;
    INSERT INTO import_item (import_id, sequence, outcome, grade, credential_id, source, achievement_name)
      SELECT import_id, 1 + ordinal % ${ofImport}, CASE WHEN grade = 'rejected' THEN 'rejected' WHEN person_id IS NULL THEN 'unmatched' ELSE 'new' END,
             grade, id, source, achievement_name
      FROM credential;
    INSERT INTO import_sum (import_id, outcome, grade, count) SELECT import_id, outcome, grade, COUNT(*) FROM import_item GROUP BY 1, 2, 3;`)
}

/** A database filled row by row, past the import: what the screens read, and what an import leaves beside it. */
export function makeLargeCity(folder: string, size: Size): Database {
  const db = good(openDatabase(join(folder, databaseName)))
  const chance = makeChance(7)
  db.pragma('synchronous = OFF')
  db.transaction(() => {
    addDivisions(db, size)
    addPeople(db, size, chance)
    addSkills(db, size)
    addIssuers(db)
    addImports(db, size.badges)
    addBadges(db, size, chance)
    addTraces(db)
  })()
  db.exec('ANALYZE')
  return db
}
