import type { Input } from '../../../shared/contract'
import type { Day } from '../../../shared/model/day'
import { beginningOf, endAfter } from './period'

/** What the form holds: text, as it was typed; days, or empty for none. */
export interface Draft {
  readonly id: string
  readonly name: string
  readonly nameEn: string
  readonly key: string
  readonly validFrom: Day | ''
  readonly validUntil: Day | ''
  readonly confirmedBy: string
  readonly confirmedOn: Day
  readonly how: string
}

export const emptyDraft = (id: string, today: Day): Draft => ({
  id,
  name: '',
  nameEn: '',
  key: '',
  validFrom: '',
  validUntil: '',
  confirmedBy: '',
  confirmedOn: today,
  how: '',
})

/** A DID that is itself a key needs none beside it. */
export const isSelfKey = (id: string): boolean => /^did:(key|jwk):/.test(id.trim())

export type Wrong = 'id' | 'name' | 'key' | 'period' | 'confirmedBy' | 'how'

/** What is still wrong with the draft. Whether the key fits the issuer is for the verifier to say. */
export function wrongIn(draft: Draft): readonly Wrong[] {
  const wrong: Wrong[] = []
  if (!/^(did:[a-z0-9]+:.+|https:\/\/.+)$/.test(draft.id.trim())) wrong.push('id')
  if (draft.name.trim() === '') wrong.push('name')
  if (draft.key.trim() !== '' && !/^z[1-9A-HJ-NP-Za-km-z]{20,}$/.test(draft.key.trim())) wrong.push('key')
  if (draft.validFrom !== '' && draft.validUntil !== '' && draft.validUntil < draft.validFrom) wrong.push('period')
  if (draft.confirmedBy.trim() === '') wrong.push('confirmedBy')
  if (draft.how.trim() === '') wrong.push('how')
  return wrong
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim())

/** The draft as the engine takes it. The last day counts in full: the period ends as the next day begins. */
export const toSave = (draft: Draft): Input<'register.save'> => ({
  id: draft.id.trim(),
  name: draft.name.trim(),
  nameEn: orNull(draft.nameEn),
  confirmedBy: draft.confirmedBy.trim(),
  confirmedOn: draft.confirmedOn,
  how: draft.how.trim(),
  publicKeyMultibase: isSelfKey(draft.id) ? null : orNull(draft.key),
  validFrom: draft.validFrom !== '' ? beginningOf(draft.validFrom) : null,
  validUntil: draft.validUntil !== '' ? endAfter(draft.validUntil) : null,
})
