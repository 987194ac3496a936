import type { Problem } from '../../shared/model/problem'
import { countsByDefault, type Verification } from '../../shared/model/verification'
import { isOfType } from '../parser/members'
import type { ParsedCredential, ParsedEnvelope } from '../parser/parsed'
import { checks } from './checks'
import type { VerifierContext } from './context/context'
import { contextDigest } from './context/contextDigest'
import { gradeOf, gradeWithin } from './grade'
import { checkIssuerName } from './issuer/issuerName'
import { checkSignature, statusOf } from './secured'

export { type AskedList, buildContext, type ContextData, dataOf, evidenceDigest, makeContext, type VerifierContext } from './context/context'
export { contextDigest } from './context/contextDigest'
export { type CrossCheck, type Mismatch, makeCrossCheck } from './context/crossCheck'
export { copyAt } from './context/inquiry'
export { addressesOf, isAffected } from './dependencies/affected'
export { type CourierAddress, courierAddresses } from './dependencies/courierAddresses'
export { type Dependencies, dependenciesOf } from './dependencies/dependencies'
export { storedIn } from './hosted/assertionChain'
export { lookAlikes, registeredNames } from './issuer/lookAlike'
export { type Pin, pinsOf } from './keys/register'

/**
 * The verdict on a credential, as far as this context can decide.
 *
 * A pure function of the credential's bytes and the context: the same input gives the same verdict, member by member.
 * `problems` holds those of the signature first, then of time, status and schema, then those of reader and parser.
 */
export async function verify(parsed: ParsedCredential | ParsedEnvelope, context: VerifierContext): Promise<Verification> {
  const signature = await checkSignature(parsed, context)
  const status = await statusOf(parsed, signature, context)
  const [time, schema, recipient] = [checks.time.run(parsed, context), checks.schema.run(parsed, context), checks.recipient.run(parsed, context)]
  const grade = gradeWithin(parsed.credential.standard, gradeOf(signature.integrity.value, signature.issuer.value, signature.confirmed))
  const countable = isAchievement(parsed)
  const name = checkIssuerName(parsed, signature, grade, context)
  const found = [signature, name, time, status, schema, recipient, parsed].flatMap(({ problems }) => problems)
  return {
    grade,
    axes: {
      integrity: signature.integrity,
      issuer: signature.issuer,
      time: time.finding,
      status: status.finding,
      schema: schema.finding,
      recipient: recipient.finding,
    },
    countable,
    counts: countsByDefault({ countable, grade, status: status.finding.value }, time.finding.value),
    proof: signature.proof,
    issuerName: name.issuerName,
    problems: withoutRepeats(found),
    contextDigest: contextDigest(context),
  }
}

/** An envelope is counted by its content; an endorsement proves its endorser and is no skill of a person. @source Open Badges 3.0, section B.2.1 */
const isAchievement = ({ kind, secured }: ParsedCredential | ParsedEnvelope): boolean =>
  kind === 'credential' && (secured.kind === 'address' || !isOfType(secured.document, 'EndorsementCredential'))

/** The problems without those that an earlier stage reported for the same place. */
function withoutRepeats(problems: readonly Problem[]): readonly Problem[] {
  if (problems.length < 2) return problems
  const seen = new Set<string>()
  return problems.filter(({ code, at, detail }) => {
    const key = JSON.stringify([code, at, detail])
    return !seen.has(key) && seen.add(key)
  })
}
