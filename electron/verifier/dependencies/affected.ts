import type { NormalDocument } from '../../../shared/model/document'
import { textOf } from '../../../shared/model/json'
import { normalForm, readEvidence } from '../../parser'
import { idOf } from '../../parser/members'
import type { SupportDocument } from '../../parser/parsed'
import { decodeToken } from '../../parser/token'
import type { VerifierContext } from '../context/context'
import { indexed } from '../context/contextIndex'
import { copiesIn } from '../context/inquiry'
import { assertionChain } from '../hosted/assertionChain'
import { keyAddresses, splitAddress } from '../keys/source'
import { listedKeys, methodsOf } from '../keys/storedMethods'
import { documentUrl } from '../status/method'
import { revocationListUrls } from '../status/openBadges2'
import { isSignedList, listsAt } from '../status/storedLists'
import { type Dependencies, namedKeys } from './dependencies'

const given = (addresses: readonly (string | null | undefined)[]): readonly string[] => addresses.filter((address) => typeof address === 'string')

/**
 * The addresses under which a supporting document can be a dependency: its own, those of the keys in it (for a JWKS their bare `kid`), and of evidence every
 * address it asked or was redirected to, with the documents served there.
 */
export function addressesOf(document: SupportDocument): readonly string[] {
  const read = document.type === 'evidence' ? readEvidence(document.document) : null
  const asked = read?.ok ? read.value.flatMap(({ url, finalUrl }) => [url, finalUrl]) : []
  // Only this evidence is read: other stored evidence may have newer copies.
  const served = read?.ok ? copiesIn(read.value).flatMap(ownAddresses) : []
  // A signed list applies to its issuer's badges whatever its address.
  const whose = isSignedList(document) ? given([idOf(document.document.issuer)]) : []
  return [...ownAddresses(document), ...whose, ...asked, ...served]
}

const ownAddresses = (document: SupportDocument): readonly string[] => {
  const names = given([document.id, textOf(document.document.id)])
  return [...names, ...given(names.map(documentUrl)), ...methodsOf(document).map(({ id }) => id)]
}

const signersIn = indexed(() => new Map<SupportDocument, readonly string[]>())

/** The keys a list names as its signers. */
function signersOf(list: SupportDocument, context: VerifierContext): readonly string[] {
  const signers = signersIn(context)
  const known = signers.get(list)
  if (known) return known
  const decoded = decodeToken(list.text.trim())
  const secured = decoded.ok
    ? { kind: 'ob2-jws' as const, token: list.text, header: decoded.value.token.header, document: decoded.value.document }
    : { kind: 'document' as const, document: list.document, raw: list.raw, text: list.text }
  const keys = namedKeys(secured)
  signers.set(list, keys)
  return keys
}

/** The addresses an Open Badges 2.0 badge leads to: its class, the issuer's profile, its keys and its list. */
function chainAddresses(document: NormalDocument, context: VerifierContext): readonly string[] {
  const { badgeId, issuerId, profile } = assertionChain(document, context)
  const keys = profile ? listedKeys(profile) : []
  return given([badgeId, issuerId, ...(revocationListUrls(document, context) ?? []), ...keys])
}

/**
 * Could the arrival or the removal of documents with these addresses change the verdict on the credential with these dependencies? True whenever it could; it may
 * be true where nothing changes. Changes of the register are not considered.
 *
 * @param context With the documents in it, since they lead to others.
 */
export function isAffected({ issuerId, keyIds, listUrls, hostedUrl, badge }: Dependencies, addresses: ReadonlySet<string>, context: VerifierContext): boolean {
  const chain = chainAddresses(normalForm({ badge }).document, context)
  const signedBy = listUrls.flatMap((url) => listsAt(context, url)).flatMap(({ document }) => signersOf(document, context))
  const keys = [...keyIds, ...signedBy, ...signedBy.map((key) => splitAddress(key).base)]
  // A key may be named by its bare name, and found under the issuer's own address.
  const under = keys.flatMap((key) => keyAddresses(key, issuerId))
  return given([issuerId, hostedUrl])
    .concat(keys, under, listUrls, chain)
    .some((address) => addresses.has(address))
}
