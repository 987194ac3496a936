import { basename } from 'node:path'
import { failure, success } from '../../../shared/model/problem'
import { readBadge, readOriginal, readPeople, readPerson, readUnmatched } from '../../store'
import type { Handlers } from '../handler'
import { readEndorsements } from '../knowledge/readEndorsements'
import { recordExport } from '../recordExport'

export const people: Pick<Handlers, 'people.list' | 'people.read' | 'people.unmatched' | 'badge.read' | 'badge.original'> = {
  'people.list': (input, { db }) => success(readPeople(db, input)),
  'people.read': (input, { db }) => readPerson(db, input),
  'people.unmatched': (input, { db }) => success(readUnmatched(db, input)),
  'badge.read': async ({ credentialId }, engine) => {
    const badge = readBadge(engine.db, { credentialId, on: engine.today() })
    return badge.ok ? success({ ...badge.value, endorsements: await readEndorsements(engine, credentialId) }) : badge
  },
  'badge.original': ({ credentialId }, engine) => {
    const { db } = engine
    const badge = readBadge(db, { credentialId })
    if (!badge.ok) return badge
    const bytes = readOriginal(db, badge.value.sha256)
    // `bundle.zip!福祉部/0012.png#2` was the file `0012.png`.
    const fileName = basename(badge.value.source.replace(/^.*!/, '').replace(/#\d+$/, ''))
    if (!bytes.ok) return bytes
    if (bytes.value === null) return failure({ code: 'credential.not-found', detail: String(credentialId) })
    const recorded = recordExport(engine, { action: 'original.save', subject: String(credentialId), detail: null })
    return recorded.ok ? success({ fileName, bytes: bytes.value }) : recorded
  },
}
