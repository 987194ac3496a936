import { failure } from '../../../shared/model/problem'
import { multikey } from './multikey'
import { absoluteAddress, type KeySource, splitAddress } from './source'

/**
 * did:key: the identifier is the key. Its one verification method is named by the key again, but official samples also name the bare DID.
 *
 * @source did:key method, section 3.1
 */
export const didKey: KeySource = {
  id: 'did:key',
  source: 'did:key method, section 3.1',
  selfCertifying: true,
  find({ method, issuerId }) {
    const { base, fragment } = splitAddress(absoluteAddress(method ?? '', issuerId))
    if (!base.startsWith('did:key:')) return null
    const text = base.slice('did:key:'.length)
    const reading = fragment === null || fragment === text ? multikey(text) : failure({ code: 'key.malformed' as const })
    return { reading, controller: base, isForPurpose: true, problems: [] }
  },
}
