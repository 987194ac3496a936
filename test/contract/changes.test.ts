import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { dispatch } from '../../electron/engine/dispatch'
import type { Engine } from '../../electron/engine/handler'
import { checkDatabase } from '../../electron/engine/jobs/check/checkDatabase'
import { startImportJob } from '../../electron/engine/jobs/import/startImportJob'
import { undoImportJob } from '../../electron/engine/jobs/undo/undoImportJob'
import { disablePlans } from '../../electron/engine/knowledge/disablePlans'
import { type CallName, callsReading, contract } from '../../shared/contract'
import { auditActions, type Fact, facts, type JobName, jobs } from '../../shared/contract/change'
import { ensureBuild } from '../run/freshBuild.ts'
import { type City, good } from '../unit/engine/stand'
import { emptied } from './asked.ts'
import { type LoadedCity, loadCity } from './loadedCity.ts'
import { factsOfTable, tablesOf, trace, undeclared } from './trace.ts'

/* What work without an open call changes, and what follows from the declarations. `engine.test.ts` holds each call to its own. */

let city: City
let onCopy: LoadedCity['onCopy']
beforeAll(async () => {
  ensureBuild()
  const loaded = await loadCity()
  city = loaded.city
  onCopy = loaded.onCopy
})

const damageOne = ({ db }: Engine) => db.exec("UPDATE original SET bytes = x'00' WHERE id = (SELECT original_id FROM credential ORDER BY id LIMIT 1)")

const works: {
  readonly [Name in Exclude<JobName, 'otherProgram'>]: { readonly before?: (engine: Engine) => unknown; readonly work: (engine: Engine) => Promise<unknown> }
} = {
  import: { before: emptied, work: async (engine) => good(await good(startImportJob(engine, [city.path('badges.zip')])).ended) },
  undo: { work: async (engine) => good(await undoImportJob(engine, 'i1')) },
  check: { before: damageOne, work: async (engine) => good(await checkDatabase(engine)) },
  difference: {
    work: async (engine) => {
      good(disablePlans(engine, [{ kind: 'canonical-form', contexts: [], planned: 'a', stock: 'b' }]))
    },
  },
}

describe('work that goes on without its call', () => {
  for (const [name, { before, work }] of Object.entries(works) as [keyof typeof works, (typeof works)[keyof typeof works]][])
    it(`${name} changes and logs what it declares, and notifies the window of it`, async () => {
      await onCopy(async (engine) => {
        await before?.(engine)
        const { written, audit, told } = await trace(engine, () => work(engine))
        const begun = name === 'import' ? contract['import.start'] : { changes: [], audit: [] }
        expect(written).not.toEqual([])
        expect(undeclared(written, [...jobs[name].changes, ...begun.changes])).toEqual([])
        expect(audit.filter((action) => ![...jobs[name].audit, ...begun.audit].some((declared) => declared === action))).toEqual([])
        expect(told).toEqual(new Set(jobs[name].changes))
      })
    })
})

describe('what follows from the declarations', () => {
  it('is that every table of the database belongs to facts, or keeps accounts of the work itself', async () => {
    expect(await onCopy(async (engine) => tablesOf(engine))).toEqual(Object.keys(factsOfTable).sort())
  })

  it('is that the answers which depend on a fact are asked again, and no others', () => {
    expect(callsReading(['courierLists'])).toEqual(['courier.list'])
    expect(callsReading(['undo'])).toEqual(['import.list', 'import.read', 'import.items', 'import.undoPreview', 'import.undoState'])
    expect(callsReading(['settings'])).toEqual(['application.read'])
    expect(callsReading(facts)).not.toContain('report.write')
  })

  it('is that a call which fails notifies the window of what it wrote before, and of nothing where it wrote nothing', async () => {
    await onCopy(async (engine) => {
      const refused = await trace(engine, () => dispatch('roster.import', { path: '/nowhere/at-all', on: '2026-11-20', mapping: null }, engine))
      expect([refused.value.ok, refused.told]).toEqual([false, new Set<Fact>(['work'])])
    })
  })

  it('is that a call reads something or changes something, if only in a file or a dialog of the shell', () => {
    const names = Object.keys(contract) as CallName[]
    const idle = names.filter((name) => contract[name].reads.length + contract[name].changes.length === 0)
    expect(idle).toEqual(['dialog.choose', 'report.list'])
  })

  it('is that every action of the audit log is declared by a call or a job, and written somewhere', () => {
    const declared = new Set([...Object.values(contract), ...Object.values(jobs)].flatMap(({ audit }) => [...audit]))
    expect([...declared].sort()).toEqual([...auditActions].sort())
    const sources = ['electron/store', 'electron/engine'].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => readFileSync(join(folder, name), 'utf8')),
    )
    const written = sources.flatMap((text) =>
      [...text.matchAll(/action: [^,}]*'[a-z.-]+'[^,}]*/g)].flatMap(([found]) => [...found.matchAll(/'([a-z.-]+)'/g)].map(([, action]) => action!)),
    )
    expect(auditActions.filter((action) => !written.includes(action))).toEqual([])
  })
})
