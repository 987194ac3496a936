import { expect } from 'vitest'
import { type CallName, contract } from '../../shared/contract'
import { factsInMemory, jobs } from '../../shared/contract/change'
import { type Trace, undeclared } from './trace.ts'

/** Fails where a call did something to the database that its entry in the contract does not declare, or left out what it declares. */
export function expectDeclared(name: CallName, { written, named, audit, told }: Trace<unknown>): void {
  const { reads, changes, begins, audit: declared } = contract[name]
  const begun = begins === null ? { changes: [], audit: [] } : jobs[begins]
  expect(undeclared(written, [...changes, ...begun.changes])).toEqual([])
  expect(audit.filter((action) => ![...declared, ...begun.audit].includes(action))).toEqual([])
  if (declared.length > 0) expect(audit.filter((action) => declared.includes(action))).not.toEqual([])
  // Of a call that changes something, the window is notified; of one that changes nothing, it is not.
  expect(undeclared(written, told)).toEqual([])
  if (changes.length === 0) expect(told).toEqual(new Set())
  const inMemory = changes.filter((fact) => factsInMemory.includes(fact))
  expect(inMemory.filter((fact) => !told.has(fact))).toEqual([])
  // A call that only reads is asked again when one of these changes.
  if (audit.length === 0 && begins === null && reads.length > 0) expect(undeclared(named, reads)).toEqual([])
}
