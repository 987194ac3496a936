import { type CanonicalOrder, sortedByCodePoints } from '../../jsonld/canonicalOrder'
import { digestOf, wholeOf } from '../../jsonld/pieces'
import type { PublicKey } from '../../keys/key'
import { verifySignature } from '../../keys/signature'
import { altered, type CanonicalTexts, outcomeOf, verifyCanonical } from '../canonical'
import { type Disclosure, readDisclosure } from '../disclosure/disclosure'
import type { ProofSuite, SuiteOutcome } from '../suite'

/** An address, a text, or a label of a blank node: addresses and texts are matched whole, so that only labels are replaced. */
const terms = /<[^>]*>|"[^"\\]*(?:\\.[^"\\]*)*"|_:(c14n\d+)/g

/**
 * The statements under the labels they were signed with, in order, each with its line feed; null where a blank node has no such label.
 *
 * @source Data Integrity ECDSA Cryptosuites 1.0, section 3.4 (labelReplacementCanonicalizeNQuads, createLabelMapFunction)
 */
function relabelled(canonical: string, labels: ReadonlyMap<string, string>, order: CanonicalOrder): readonly string[] | null {
  let complete = true
  const text = canonical.replace(terms, (term, label: string | undefined) => {
    if (label === undefined) return term
    const signed = labels.get(label)
    complete &&= signed !== undefined
    return `_:${signed}`
  })
  if (!complete) return null
  const lines = (order === 'code-point' ? sortedByCodePoints(text) : text).split('\n').slice(0, -1)
  // Without a comparison, sort compares UTF-16 code units: the other of the two orders.
  return (order === 'code-point' ? lines : lines.sort()).map((line) => `${line}\n`)
}

/**
 * Do all signatures hold: the issuer's over the mandatory statements, and one over each of the others?
 *
 * @source Data Integrity ECDSA Cryptosuites 1.0, sections 3.5.1 (serializeSignData), 3.5.9 (createVerifyData) and 3.6.7 (verify derived proof)
 */
function compare({ document, options, order }: CanonicalTexts, disclosure: Disclosure, issuerKey: PublicKey): SuiteOutcome {
  const statements = relabelled(wholeOf(document), disclosure.labels, order)
  if (!statements) return altered
  const mandatory = statements.filter((_, index) => disclosure.mandatory.has(index))
  const others = statements.filter((_, index) => !disclosure.mandatory.has(index))
  // With a place beyond the last statement the proof belongs to another document.
  if (mandatory.length !== disclosure.mandatory.size || others.length !== disclosure.signatures.length) return altered
  const signed = Buffer.concat([digestOf(options, 'sha256'), disclosure.keyBytes, digestOf(mandatory, 'sha256')])
  if (!verifySignature(issuerKey, 'sha256', signed, disclosure.baseSignature)) return altered
  // There are as many statements as signatures.
  const holds = disclosure.signatures.every((signature, index) => verifySignature(disclosure.key, 'sha256', Buffer.from(String(others[index])), signature))
  return holds ? { verdict: 'intact', problems: [{ code: 'proof.selective', at: '/proof' }] } : altered
}

/**
 * Selective disclosure: the holder shows only some of the statements the issuer signed. Only derived proofs are verified; a base proof, which holds the
 * holder's secrets, is named as such. An intact one has a problem, since the end or the status of a badge may be undisclosed wherever the issuer did not make
 * it mandatory.
 *
 * @source Data Integrity ECDSA Cryptosuites 1.0, section 3.6
 */
export const ecdsaSd2023: ProofSuite = {
  id: 'ecdsa-sd-2023',
  source: 'Data Integrity ECDSA Cryptosuites 1.0, section 3.6',
  keyTypes: ['P-256'],
  matches: ({ type, cryptosuite }) => type === 'DataIntegrityProof' && cryptosuite === 'ecdsa-sd-2023',
  async verify(document, proof, key, canonicalizing) {
    const disclosure = readDisclosure(proof.proofValue)
    if (!disclosure.ok) return outcomeOf(disclosure.problem)
    return verifyCanonical(document, proof, 'sha256', canonicalizing, {
      signature: String(proof.proofValue),
      compare: (texts) => compare(texts, disclosure.value, key),
    })
  },
}
