import type { Credential } from '../../shared/model/credential'
import { textOf } from '../../shared/model/json'
import { readClaims } from './claims'
import { idOf, isOfType, objectsOf } from './members'
import type { ReadDocument } from './normalForm'
import type { SupportDocument } from './parsed'
import type { DocumentStandard, Token } from './standard'
import { support } from './support'
import { decodeToken } from './token'

/**
 * A list of status bits, itself a credential: as JSON or as a token.
 * @source Bitstring Status List 1.0, section 2.2; Status List 2021, section 4.2
 */
export const statusList: DocumentStandard = {
  id: 'statusList',
  source: 'Bitstring Status List 1.0, section 2.2',
  // A badge stays a badge, whatever else its subject has.
  recognises: (document) =>
    isOfType(document, 'BitstringStatusListCredential', 'StatusList2021Credential') ||
    (!isOfType(document, 'OpenBadgeCredential', 'AchievementCredential') &&
      objectsOf(document.credentialSubject).some(
        (subject) => isOfType(subject, 'BitstringStatusList', 'StatusList2021') || typeof subject.encodedList === 'string',
      )),
  // A token of the first data model moves the list's address into its claims. @source VC Data Model 1.1, section 6.3.1 (`jti`)
  parse: (carried) => [support(carried, 'statusList', idOf(carried.document) ?? textOf(carried.token?.payload.jti))],
}

/** A list as a credential. */
export interface ListCredential extends ReadDocument {
  readonly token: Token | null
  readonly credential: Credential
}

/** A stored list as a credential; one that came as a token is read from the token. */
export function readListCredential({ document, raw, text, problems }: SupportDocument): ListCredential {
  const compact = text.trim()
  const decoded = /^[\w-]+\.[\w-]+\.[\w-]*$/.test(compact) ? decodeToken(compact) : null
  const read = decoded?.ok ? decoded.value : { document, raw, token: null, problems }
  return { ...read, credential: readClaims(read.document, 'VC', read.token) }
}
