import { createHash } from 'node:crypto'
import type { Engine } from '../../electron/engine/handler'
import { readAudit } from '../../electron/store'
import type { AuditAction, Fact } from '../../shared/contract/change'

/** The facts each table holds, one of which is declared where the table is read or written; none for what keeps accounts of the work itself. */
export const factsOfTable: Readonly<Record<string, readonly Fact[]>> = {
  setting: ['settings', 'health'],
  audit: [],
  audit_head: [],
  job_owner: [],
  original: ['badges', 'documents'],
  damaged_original: ['health', 'badges'],
  credential: ['badges'],
  verification: ['badges'],
  person_match: ['badges'],
  hanging: ['badges'],
  achievement: ['badges', 'skills'],
  skill: ['skills'],
  mapping: ['skills'],
  unbound_mapping: ['skills'],
  mapping_in_force: ['skills'],
  requirement: ['requirements'],
  requirement_exception: ['requirements'],
  division: ['roster'],
  division_period: ['roster'],
  person: ['roster'],
  email: ['roster'],
  did: ['roster'],
  assignment: ['roster'],
  recipient_link: ['roster', 'badges'],
  // Increases with the roster and with links; what it is compared with is what is still to be rematched.
  address_book: ['roster', 'work'],
  missed_hash: ['work'],
  outstanding: ['work'],
  issuer: ['register'],
  issuer_key: ['register'],
  support: ['documents'],
  unsettled_support: ['documents', 'work'],
  accepted_evidence: ['documents'],
  import: ['imports'],
  import_item: ['imports'],
  import_sum: ['imports'],
  envelope: ['imports'],
  courier_list: ['courierLists'],
  courier_address: ['courierLists'],
  undo: ['undo'],
}

/** The tables and views of the database that hold data of ours. */
export const tablesOf = ({ db }: Engine): readonly string[] =>
  db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name").pluck().all()

/** What each table holds, as one digest. */
function digests(engine: Engine): ReadonlyMap<string, string> {
  const digestOf = (table: string) => {
    const hash = createHash('sha256')
    for (const row of engine.db.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw().iterate())
      for (const value of row) hash.update(value instanceof Uint8Array ? value : `${typeof value} ${String(value)} `)
    return hash.digest('hex')
  }
  return new Map(tablesOf(engine).map((table) => [table, digestOf(table)]))
}

const everyEntry = { offset: 0, limit: Number.MAX_SAFE_INTEGER }

/** What a piece of work did to the database, and said of it. */
export interface Trace<Value> {
  readonly value: Value
  /** Tables that hold something else than before. */
  readonly written: readonly string[]
  /** Tables that statements prepared in the meantime name. */
  readonly named: ReadonlySet<string>
  readonly audit: readonly AuditAction[]
  /** The facts `data.changed` told of. */
  readonly told: ReadonlySet<Fact>
}

/** Does work with an engine and looks at every table before and after. */
export async function trace<Value>(engine: Engine, work: () => Promise<Value>): Promise<Trace<Value>> {
  const { db, tell } = engine
  const before = digests(engine)
  const logged = readAudit(db, everyEntry).length
  const [statements, told] = [[] as string[], new Set<Fact>()]
  const prepare = db.prepare.bind(db)
  Object.assign(db, {
    prepare: (sql: string) => {
      statements.push(sql)
      return prepare(sql)
    },
  })
  const listen: Engine['tell'] = (name, payload) => {
    if ('facts' in payload) for (const fact of payload.facts) told.add(fact)
    tell(name, payload)
  }
  Object.assign(engine, { tell: listen })
  const value = await work()
  Object.assign(engine, { tell })
  Object.assign(db, { prepare })
  const after = digests(engine)
  const audit = readAudit(db, everyEntry)
  return {
    value,
    written: [...after].flatMap(([table, digest]) => (before.get(table) === digest ? [] : [table])),
    named: new Set(statements.flatMap((sql) => [...sql.matchAll(/\b(?:FROM|JOIN)\s+(\w+)/g)].map(([, table]) => table!)).filter((table) => after.has(table))),
    audit: audit.slice(0, audit.length - logged).map(({ action }) => action),
    told,
  }
}

/** Of these tables, those none of whose facts is among the declared ones. */
export const undeclared = (tables: Iterable<string>, declared: Iterable<Fact>): readonly string[] => {
  const known = new Set(declared)
  return [...tables].filter((table) => {
    const facts = factsOfTable[table] ?? []
    return facts.length > 0 && !facts.some((fact) => known.has(fact))
  })
}
