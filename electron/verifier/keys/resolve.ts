import type { Problem } from '../../../shared/model/problem'
import type { EvidenceSeen, IssuerValue } from '../../../shared/model/verification'
import type { VerifierContext } from '../context/context'
import { keySources } from './index'
import type { KeyFinding, KeyRequest, ResolveKey } from './key'
import { entriesOf, isInsidePeriod, isSameKey, pinsIn } from './register'
import { absoluteAddress, isInNameOf, type KeySource, type LocatedKey, splitAddress } from './source'

/**
 * Finds the key a proof or token names, and whose it is.
 *
 * Sources only resolve. The register alone authenticates the issuer, by the key itself: a key it pins for `issuer.id` is that issuer's even where the file
 * carries it in a header, since a credential that verifies with it was signed by its holder and names that issuer. No document and no address makes a key the
 * issuer's.
 *
 * @source Controlled Identifiers 1.0, section 3.3; VC Data Integrity 1.0, section 4.3
 */
export const resolveKey: ResolveKey = (request, context) => {
  for (const source of keySources) {
    const located = source.find(request, context)
    if (located) return findingOf(source, located, request, context)
  }
  return notFound(request)
}

function findingOf(source: KeySource, located: LocatedKey, request: KeyRequest, context: VerifierContext): KeyFinding {
  const { reading, controller, isForPurpose, problems } = located
  const claimed: IssuerValue = source.selfCertifying && request.issuerId !== null ? 'unregistered' : 'unauthenticated'
  const named: readonly EvidenceSeen[] = request.method === null ? [] : [{ kind: 'key', text: request.method }]
  if (!reading.ok) {
    // An unusable key in a document, which anybody may have written, proves nothing about the badge.
    const isUndecided = reading.problem.code === 'key.unsupported-type' || (source.id === 'document' && !isOfAnother(located, request))
    const value: IssuerValue = isUndecided ? 'unresolved' : isOfAnother(located, request) ? 'mismatch' : claimed
    return { key: null, issuer: { value, seen: named }, problems: [reading.problem] }
  }
  const key = reading.value
  const finding = (value: IssuerValue, also: readonly Problem[], seen: readonly EvidenceSeen[] = []): KeyFinding => ({
    key,
    issuer: { value, seen: [...named, { kind: 'digest', text: key.thumbprint }, ...seen] },
    problems: also,
  })
  // A credential without an issuer contradicts no key, and no key proves who issued it.
  if (request.issuerId === null) return finding('unauthenticated', problems)
  const entries = entriesOf(context, request.issuerId)
  const pins = entries.flatMap((entry) => pinsIn(context, entry))
  const same = pins.filter((pin) => isSameKey(pin, key))
  if (controller !== null && isOfAnother(located, request) && !(same.length > 0 && isPinnedWhateverItSays(source, request))) {
    return finding(
      contradicted(source, located, request.method, request.issuerId),
      [{ code: 'key.of-another', detail: controller }],
      [{ kind: 'issuer', text: controller }],
    )
  }
  if (!isForPurpose) return finding(contradicted(source, located, request.method, request.issuerId), [{ code: 'key.not-for-assertion' }])
  if (same.some((pin) => isInsidePeriod(pin, request.issuedAt))) {
    const holders = entries.filter((entry) => pinsIn(context, entry).some((pin) => isSameKey(pin, key)))
    return finding(
      'registered',
      [],
      holders.slice(0, 1).map(({ name }) => ({ kind: 'issuer', text: name })),
    )
  }
  if (same.length > 0) return finding('unregistered', [{ code: 'key.outside-period', ...(request.issuedAt === null ? {} : { detail: request.issuedAt }) }])
  if (pins.length > 0) return finding(pinnedOtherwise(source), [...pathOnly(source, problems), { code: 'key.not-pinned' }])
  return source.selfCertifying ? finding('unregistered', [{ code: 'issuer.unregistered' }]) : finding('unauthenticated', problems)
}

const isOfAnother = ({ controller }: LocatedKey, { issuerId }: KeyRequest): boolean => issuerId !== null && controller !== null && controller !== issuerId

/**
 * The issuer value where a source gives the key another controller, or another purpose. A file in the issuer's own name may be anybody's and makes no badge a
 * mismatch. A badge that names a key outside its issuer's name has chosen that source itself.
 */
function contradicted({ id }: KeySource, { isServed }: LocatedKey, method: string | null, issuerId: string): IssuerValue {
  return id === 'document' && isServed !== true && method !== null && isInNameOf(method, issuerId) ? 'unauthenticated' : 'mismatch'
}

/**
 * Is a key that the register pins for the issuer the issuer's although the source gives another controller? Yes for a did:key, which is its key; for the
 * register, which may have one key under two ids of an issuer; and for files at the issuer's own address, which anybody may have written.
 */
function isPinnedWhateverItSays({ id, selfCertifying }: KeySource, { method, issuerId }: KeyRequest): boolean {
  if (selfCertifying || id === 'register') return true
  return id === 'document' && method !== null && splitAddress(absoluteAddress(method, issuerId)).base === issuerId
}

/** Where the register pins other keys: a key stored for that issuer may be its next one; a key in the file stays a claim. */
const pinnedOtherwise = ({ id }: KeySource): IssuerValue => (id === 'fragment' || id === 'carried' ? 'unauthenticated' : 'unregistered')
const pathOnly = ({ id }: KeySource, problems: readonly Problem[]): readonly Problem[] => (id === 'fragment' || id === 'carried' ? problems : [])

/**
 * The finding without a key. A did:web names its controller itself, so that another issuer's is `mismatch` even without its document; for other identifiers
 * nothing is known before their document is stored.
 */
function notFound({ method, issuerId }: KeyRequest): KeyFinding {
  const seen: readonly EvidenceSeen[] = method === null ? [] : [{ kind: 'key', text: method }]
  const { base } = splitAddress(absoluteAddress(method ?? '', issuerId))
  if (issuerId !== null && base.startsWith('did:web:') && base !== issuerId) {
    return { key: null, issuer: { value: 'mismatch', seen }, problems: [{ code: 'key.of-another', detail: base }] }
  }
  const missing: Problem = { code: 'key.not-held', ...(base === '' ? {} : { detail: base }) }
  return { key: null, issuer: { value: 'unresolved', seen }, problems: [missing] }
}
