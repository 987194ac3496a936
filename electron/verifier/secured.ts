import type { NormalDocument } from '../../shared/model/document'
import { asRead } from '../parser'
import type { ParsedCredential, ParsedEnvelope, Secured } from '../parser/parsed'
import type { VerifierContext } from './context/context'
import { assertionChain } from './hosted/assertionChain'
import { checkAddress, checkHosted, type HostedFinding } from './hosted/hosted'
import { resolveKey } from './keys/resolve'
import { checkProofs } from './proofs'
import { checkOpenBadges2Jws } from './proofs/jws/openBadges2Jws'
import { checkVcJwt } from './proofs/jws/vcJwt'
import { rejectAmbiguousJson } from './rejectAmbiguousJson'
import type { SignatureFinding } from './signature'
import { checkStatus } from './status/checkStatus'
import type { StatusOutcome } from './status/method'
import { openBadges2Status, revocationAt } from './status/openBadges2'

type Inspectable = ParsedCredential | ParsedEnvelope
type Of<Kind extends Secured['kind']> = Extract<Secured, { kind: Kind }>

/** How a credential secured in one way is verified. */
interface Securing<Kind extends Secured['kind']> {
  signature(secured: Of<Kind>, parsed: Inspectable, context: VerifierContext): Promise<SignatureFinding | HostedFinding>
  status(secured: Of<Kind>, parsed: Inspectable, signature: HostedFinding, context: VerifierContext): Promise<StatusOutcome>
}

const aboutOf = ({ credential }: Inspectable) => ({ issuerId: credential.issuer.id, issuedAt: credential.validFrom })

const listed = (document: NormalDocument, { credential }: Inspectable, { issuer }: HostedFinding, context: VerifierContext): Promise<StatusOutcome> =>
  checkStatus(document, { credentialId: credential.id, issuerId: credential.issuer.id, issuer: issuer.value }, context)

const securings: { readonly [Kind in Secured['kind']]: Securing<Kind> } = {
  document: {
    signature: ({ raw }, parsed, context) => checkProofs(asRead(raw), parsed.problems, aboutOf(parsed), context, resolveKey),
    status: ({ document }, parsed, signature, context) =>
      parsed.credential.standard === 'OB2' || parsed.credential.standard === 'OB1'
        ? openBadges2Status(document, null, { confirmed: false, issuer: signature.issuer.value }, context)
        : listed(document, parsed, signature, context),
  },
  jwt: {
    signature: async (secured, parsed, context) => checkVcJwt(secured, aboutOf(parsed), context, resolveKey),
    status: ({ document }, parsed, signature, context) => listed(document, parsed, signature, context),
  },
  'ob2-jws': {
    signature: async (secured, parsed, context) => checkOpenBadges2Jws(secured, aboutOf(parsed), context, resolveKey),
    status: ({ document }, _parsed, { issuer }, context) => openBadges2Status(document, null, { confirmed: false, issuer: issuer.value }, context),
  },
  hosted: {
    signature: async ({ document, url }, _parsed, context) => checkHosted(document, url, context),
    status: ({ document, url }, _parsed, { confirmed, issuer }, context) => openBadges2Status(document, url, { confirmed, issuer: issuer.value }, context),
  },
  address: {
    signature: async ({ url }, _parsed, context) => checkAddress(url, context),
    status: async ({ url }, _parsed, _signature, context) => {
      const origin = revocationAt(url, context)
      return origin?.finding.value === 'revoked' ? origin : { finding: { value: 'unknown', seen: [] }, problems: [] }
    },
  },
}

/** The type of the table says that a kind's securing takes that kind; across a union the compiler does not see it. */
const securingOf = (secured: Secured): Securing<Secured['kind']> => securings[secured.kind] as unknown as Securing<Secured['kind']>

/** The finding of the credential's signatures, for every way of signing. */
export async function checkSignature(parsed: Inspectable, context: VerifierContext): Promise<HostedFinding> {
  const finding = await securingOf(parsed.secured).signature(parsed.secured, parsed, context)
  return { confirmed: false, ...rejectAmbiguousJson(finding, parsed.problems) }
}

/** Is it revoked or suspended, by the stored lists? Where the holder discloses only a part of what was signed, an undisclosed status or end is `unknown`. */
export async function statusOf(parsed: Inspectable, signature: HostedFinding, context: VerifierContext): Promise<StatusOutcome> {
  const status = await securingOf(parsed.secured).status(parsed.secured, parsed, signature, context)
  const isPart = signature.problems.some(({ code }) => code === 'proof.selective')
  const { value, seen } = status.finding
  const mayHide = value === 'none' || (value === 'clear' && parsed.credential.validUntil === null)
  return isPart && mayHide ? { ...status, finding: { value: 'unknown', seen } } : status
}

/** The issuer a credential names; for Open Badges 2.0 through its badge class, inside it or stored. */
export function issuerIdOf({ credential, secured }: Inspectable, context: VerifierContext): string | null {
  if (credential.issuer.id !== null || (secured.kind !== 'hosted' && secured.kind !== 'ob2-jws')) return credential.issuer.id
  return assertionChain(secured.document, context).issuerId
}
