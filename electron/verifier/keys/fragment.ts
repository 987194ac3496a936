import { multikey } from './multikey'
import { absoluteAddress, type KeySource, splitAddress } from './source'

/**
 * A key in the address itself (`https://victim#z6Mk…`, `did:web:victim#z6Mk…`). Anybody can write another's address before a key of their own: such a key
 * verifies, and proves nothing about the address before the `#`.
 */
export const fragment: KeySource = {
  id: 'fragment',
  source: 'Controlled Identifiers 1.0, section 3.3 (a verification method is retrieved from the controller, which was not possible)',
  selfCertifying: false,
  find({ method, issuerId }) {
    const { base, fragment: key } = splitAddress(absoluteAddress(method ?? '', issuerId))
    if (key === null || !/^z[1-9A-HJ-NP-Za-km-z]{40,}$/.test(key)) return null
    return { reading: multikey(key), controller: base, forAssertion: true, problems: [{ code: 'key.fragment', detail: base }] }
  },
}
