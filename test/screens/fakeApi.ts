import type { Api, CallName, EventName, Events, Input, Output } from '../../shared/contract'
import type { ImportSummary } from '../../shared/contract/importing'
import type { AchievementRow } from '../../shared/contract/people'
import { failure, type Result, success } from '../../shared/model/problem'
import type { Locale } from '../../shared/text'
import { badges } from './fake/badges'
import { readChanges, verifiedAgain } from './fake/changes'
import { everyone, skillNames, skillPaths } from './fake/city'
import { listPeople, readCoverage } from './fake/coverage'
import { imports, latestImport, listItems, listUnmatched, readImport, runningImport } from './fake/imports'
import { readBadge, readPerson } from './fake/person'
import { readKey, register, registerPreview } from './fake/register'
import { risk } from './fake/risk'
import { rosterPreview, rosterSummary } from './fake/roster'

export interface FakeOptions {
  readonly locale?: Locale
  /** `first`: nothing was read yet. `city`: a city at work. `running`: the same, with an import going on. `sample`: the sample city. */
  readonly scene?: 'first' | 'city' | 'running' | 'sample'
  /** What is still to be judged again; nothing where left out. */
  readonly again?: Output<'verification.state'>
  /** What is wrong with the stored data; nothing where left out. */
  readonly damage?: Output<'application.read'>['damage']
  /** The undo that has begun and not ended; none where left out. */
  readonly undo?: Output<'import.undoState'>['undo']
  /** The stored requirements, and the faults of a table that is chosen; none where left out. */
  readonly requirements?: Output<'requirement.list'>['requirements']
  readonly faults?: Output<'requirement.preview'>['faults']
  /** The targets of any day; none where left out. */
  readonly gap?: Output<'gap.read'>
}

export type FakeApi = Api & {
  /** Says something to the window as the engine would. */
  readonly emit: <Name extends EventName>(name: Name, payload: Events[Name]) => void
  /** Every call so far, in order. */
  readonly calls: readonly { readonly name: CallName; readonly input: unknown }[]
}

type Handlers = { readonly [Name in CallName]: (input: Input<Name>) => Result<Output<Name>> }

const unmappedRow: AchievementRow = {
  achievementId: 'https://toho.example/achievements/99',
  issuerId: 'did:web:toho.example',
  issuerName: '東峰大学',
  achievementName: '窓口英会話',
  claims: [{ achievementName: '医師免許', issuerId: 'did:key:z6MkForger', claimedIssuerName: '東峰大學', grade: 'unproven' }],
  badges: 6,
}
const otherIssuer: AchievementRow = {
  achievementId: 'https://toho.example/achievements/1',
  issuerId: 'did:key:z6MkOther',
  issuerName: '汐見短期大学',
  achievementName: 'データ活用 別科',
  claims: [],
  badges: 2,
}

const outcome = { path: 'C:\\出力\\report.xlsx', unwritable: [], problems: [] }

function handlersOf(options: FakeOptions): Handlers {
  const first = options.scene === 'first'
  const list: readonly ImportSummary[] = first ? [] : options.scene === 'running' ? [runningImport, ...imports.slice(1)] : imports
  const summaryOf = (importId: string) => list.find((summary) => summary.importId === importId) ?? latestImport
  return {
    'application.read': () =>
      success({
        version: '0.1.0',
        dataFolder: 'C:\\Users\\jinji\\Documents\\適材',
        today: '2026-11-20',
        locale: options.locale ?? 'ja',
        cityName: options.scene === 'sample' || first ? null : '青峰市 人事課',
        sample: options.scene === 'sample',
        people: first ? 0 : everyone.length,
        credentials: first ? 0 : badges.length,
        imports: list.length,
        unmatched: first ? 0 : 17,
        differenceAt: null,
        damage: options.damage ?? [],
        readOnly: false,
        rosterOn: first ? null : '2026-04-01',
        firstRosterOn: first ? null : '2026-04-01',
      }),
    'application.saveSettings': () => success({}),
    'dialog.choose': ({ what }) =>
      success({ paths: what === 'roster' ? ['C:\\取込\\R8職員名簿.csv'] : what === 'register' ? ['C:\\取込\\台帳.json'] : ['C:\\取込\\R8後期バッジ一式.zip'] }),
    'sample.open': () => success({ importId: latestImport.importId }),
    'sample.remove': () => success({}),
    'import.start': () => success({ importId: list[0]?.importId ?? latestImport.importId }),
    'import.pause': () => success({}),
    'import.resume': () => success({}),
    'import.cancel': () => success({}),
    'import.list': () => success({ imports: [...list] }),
    'import.read': ({ importId }) => success(readImport(summaryOf(importId))),
    'import.items': (input) => success(listItems(input)),
    'import.undo': () => success({ removed: 412, finished: true }),
    'import.undoPreview': () => success({ removed: 14, shared: 17 }),
    'import.undoState': () => success({ undo: options.undo ?? null }),
    'import.stopUndo': () => success({}),
    'roster.preview': ({ mapping }) => success({ ...rosterPreview, mapping: mapping ?? rosterPreview.mapping }),
    'roster.import': () => success(rosterSummary),
    'register.read': () => success(first ? { entries: [], unregistered: [] } : register),
    'register.readKey': ({ id, publicKeyMultibase }) => success(readKey(id, publicKeyMultibase)),
    'register.preview': () => success(registerPreview),
    'register.import': () => success({ issuers: 3, keys: 4, ...registerPreview, ...verifiedAgain, verifiedAgain: 120 }),
    'register.save': () => success(verifiedAgain),
    'verification.state': () => success(options.again ?? { outstanding: 0, unsought: 0, running: null }),
    'verification.stop': () => success({}),
    'verification.goOn': () => success({ ...verifiedAgain, verifiedAgain: 34, people: { looked: 0, found: 0 } }),
    'verification.changes': ({ offset, limit }) => success(readChanges(offset, limit)),
    'coverage.read': (scope) => success(readCoverage(scope)),
    'requirement.list': () => success({ requirements: [...(options.requirements ?? [])] }),
    'requirement.save': ({ save, remove }) => success({ new: save.length, changed: 0, unchanged: 0, removed: remove.length }),
    'requirement.preview': () => success({ new: 2, changed: 1, unchanged: 0, removed: 0, faults: [...(options.faults ?? [])] }),
    'requirement.import': () => success({ new: 2, changed: 1, unchanged: 0, removed: 0, faults: [...(options.faults ?? [])] }),
    'requirement.table': () => success({ csv: '', rows: 0 }),
    'requirement.export': () => success({ path: 'C:\\出力\\必要な力.csv', rows: options.requirements?.length ?? 0 }),
    'requirement.propose': () => success({ requirements: [] }),
    'requirement.history': () => success({ total: 0, changes: [] }),
    'gap.read': ({ scope }) => success(options.gap ?? { scope, targets: [], totals: { targets: 0, met: 0, unmet: 0, none: 0, short: 0 }, gone: [] }),
    'risk.read': () => success(risk),
    'people.list': (input) => success(listPeople(input)),
    'people.read': ({ staffNumber }) => {
      const person = readPerson(staffNumber)
      return person ? success(person) : failure({ code: 'person.not-found', detail: staffNumber })
    },
    'people.unmatched': (input) => success(listUnmatched(input)),
    'badge.read': ({ credentialId }) => {
      const badge = readBadge(credentialId)
      return badge ? success(badge) : failure({ code: 'credential.not-found', detail: String(credentialId) })
    },
    'badge.saveOriginal': () => success({ path: 'C:\\出力\\badge.png' }),
    'badge.original': () => success({ fileName: 'badge.png', bytes: new Uint8Array([0x89, 0x50]) }),
    'skills.read': () =>
      success({
        skills: skillPaths.map((path) => ({ path, achievements: 3 })),
        mappings: [
          {
            achievementId: 'https://toho.example/achievements/1',
            issuerId: 'did:web:toho.example',
            issuerName: '東峰大学',
            achievementName: 'データ活用 基礎',
            claims: [],
            badges: 9,
            skill: skillPaths[0]!,
            level: 1,
            bound: 'origin',
          },
        ],
        otherIssuers: [otherIssuer],
        unmapped: [unmappedRow],
      }),
    'skills.propose': () =>
      success({
        proposals: [
          {
            ...unmappedRow,
            skill: `行政実務/${skillNames[10]}`,
            level: 1,
            reason: 'name',
          },
        ],
        otherIssuers: [otherIssuer],
      }),
    'skills.accept': ({ mappings }) => success({ accepted: mappings.length }),
    'skills.bind': () => success({}),
    'skills.import': () => success({ mappings: 12, skills: 12, waiting: 0, otherIssuers: 1 }),
    'courier.list': () => success({ urls: [{ url: 'https://badges.example/assertion/1', why: 'hosted', credentials: 1 }], leftOut: 0 }),
    'courier.issue': () => success({ id: 'list-1' }),
    'courier.accept': ({ paths }) =>
      success({ importId: 'import-9', files: paths.length, verifiedAgain: 3, changed: 2, moves: { grades: [], axes: [] }, run: 1, outstanding: 0 }),
    'courier.save': ({ what }) => success({ path: 'C:\\出力\\courier', urls: what === 'list' ? 1 : 0, leftOut: 0 }),
    'report.list': () =>
      success({
        reports: [
          { name: 'skill-map', formats: ['xlsx', 'pdf'] },
          { name: 'import-result', formats: ['pdf'] },
        ],
      }),
    'report.save': () => success(outcome),
    'report.write': () => success(outcome),
    'report.document': () => success({ html: '', title: '' }),
  }
}

/** `window.api` with an invented city behind it: the same answers every time, no engine. `changes` replaces single answers. */
export function fakeApi(options: FakeOptions = {}, changes: Partial<Handlers> = {}): FakeApi {
  const handlers: Handlers = { ...handlersOf(options), ...changes }
  const listeners = new Map<EventName, Set<(payload: never) => void>>()
  const calls: { readonly name: CallName; readonly input: unknown }[] = []
  return {
    calls,
    call: async (name, input) => {
      calls.push({ name, input })
      return handlers[name](input)
    },
    on: (name, listener) => {
      const heard = listeners.get(name) ?? new Set()
      listeners.set(name, heard.add(listener))
      return () => heard.delete(listener)
    },
    pathsOf: async (files) => files.map((file) => `C:\\取込\\${file instanceof File ? file.name : 'file'}`),
    emit: (name, payload) => {
      // A listener was put under its own event's name, so it takes that event's payload.
      for (const listener of listeners.get(name) ?? []) (listener as (payload: Events[typeof name]) => void)(payload)
    },
  }
}
