import type { Text } from '../ja'

export const verdict: Text['verdict'] = {
  axes: { integrity: 'Content', issuer: 'Issuer', time: 'Validity', status: 'Revocation', schema: 'Form', recipient: 'Recipient' },
  values: {
    integrity: {
      intact: {
        label: 'Matches',
        found: 'The signature matches the content.',
        why: 'Nothing has changed since it was signed.',
        next: 'It can be used. See "Issuer" for who issued it.',
      },
      altered: {
        label: 'Does not match',
        found: 'The signature does not match the content.',
        why: 'The content changed after signing, or another key signed it. The file does not show which part changed.',
        next: 'Ask for the original file again. Importing it verifies it anew.',
      },
      unsigned: {
        label: 'No signature',
        found: 'The file carries no signature.',
        why: 'This PC alone cannot decide whether it is genuine. It does not mean it is fake.',
        next: 'Add it to an inquiry, or ask the issuer for a signed badge.',
      },
      unsupported: {
        label: 'Cannot be checked',
        found: 'There is a signature, but it cannot be checked on this PC.',
        why: 'The kind of signature is not supported, or its key is not held. It does not mean it is fake.',
        next: 'See the findings below, and import the missing key or document.',
      },
      'data-loss': {
        label: 'Parts not signed',
        found: 'Some items are not covered by the signature.',
        why: 'Anybody could add or change them later without the signature showing it.',
        next: 'Do not rely on the marked items, and ask the issuer for a well-formed badge.',
      },
      malformed: {
        label: 'Malformed',
        found: 'The signature or the document is not formed as the standard requires.',
        why: 'In this form it is not certain what was signed.',
        next: 'Ask for the original file again, or ask the issuer.',
      },
    },
    issuer: {
      registered: {
        label: 'Registered',
        found: 'The key is in the issuer register.',
        why: 'Somebody in your office confirmed the registered keys with their issuers.',
        next: 'It can be used.',
      },
      unregistered: {
        label: 'Not registered',
        found: 'The issuer register does not confirm that this key is this issuer’s.',
        why: 'The same key signed it, but it is not known whose key that is.',
        next: 'Confirm the key with the issuer, for example in writing, then register it.',
      },
      unauthenticated: {
        label: 'Not confirmed',
        found: 'Only the file itself names the issuer.',
        why: 'Anybody can write that name. It does not mean it is fake.',
        next: 'Register the issuer’s key, or add the badge to an inquiry.',
      },
      unresolved: {
        label: 'No key',
        found: 'The key of the signature is not held.',
        why: 'Without the key the signature cannot be checked. This PC does not fetch it.',
        next: 'Import the issuer’s key document, or add the badge to an inquiry.',
      },
      mismatch: {
        label: 'Not this issuer',
        found: 'The signature or the file does not belong to the issuer it names.',
        why: 'It is signed with the key of another issuer, or its address is not the issuer’s.',
        next: 'Ask the named issuer whether it issued this badge.',
      },
    },
    time: {
      current: {
        label: 'Valid',
        found: 'It was within its validity period when verified.',
        why: 'Badges outside their period do not count as skills.',
        next: 'Where the end is near, see whether a renewal is planned.',
      },
      'not-yet-valid': {
        label: 'Not begun',
        found: 'Its validity period has not begun.',
        why: 'Until then it does not count as a skill.',
        next: 'Verify it again after the first day. Check the clock of this PC too.',
      },
      expired: {
        label: 'Expired',
        found: 'Its validity period is over.',
        why: 'Expired does not mean fake, but it no longer counts as a skill.',
        next: 'Import the renewed badge if there is one.',
      },
    },
    status: {
      none: {
        label: 'No record kept',
        found: 'The badge names no place where revocation is recorded.',
        why: 'If the issuer withdraws it, the file cannot show it.',
        next: 'Ask the issuer where it matters.',
      },
      clear: {
        label: 'Not revoked',
        found: 'It was not revoked on the day of the list or inquiry held.',
        why: 'A later revocation shows only when a newer list is imported.',
        next: 'Import a new list from time to time.',
      },
      revoked: {
        label: 'Revoked',
        found: 'The issuer has revoked this badge.',
        why: 'Revoked does not mean fake, but it does not count as a skill.',
        next: 'Ask the issuer for the reason.',
      },
      suspended: {
        label: 'Suspended',
        found: 'The issuer has suspended this badge.',
        why: 'While suspended it does not count as a skill.',
        next: 'Import a new list when the suspension is lifted.',
      },
      unknown: {
        label: 'Not known',
        found: 'It is not known whether it has been revoked.',
        why: 'The issuer’s revocation list is not held, or cannot be checked.',
        next: 'Import the revocation list, or add the badge to an inquiry.',
      },
      'invalid-list': {
        label: 'List not usable',
        found: 'A revocation list is held, but it cannot be used.',
        why: 'Its signature, dates or issuer do not fit, so it can decide nothing.',
        next: 'Import a new list from the issuer.',
      },
    },
    schema: {
      ok: { label: 'In order', found: 'It follows the standard.', why: 'All required items are there.', next: 'There is nothing to do.' },
      warnings: {
        label: 'Remarks',
        found: 'It differs from the standard in places.',
        why: 'The form alone does not change whether it is genuine.',
        next: 'Tell the issuer where something is missing on screen.',
      },
    },
    recipient: {
      matched: {
        label: 'Matched',
        found: 'It matches a person on the roster.',
        why: 'The e-mail address or an earlier decision fits.',
        next: 'There is nothing to do.',
      },
      unmatched: {
        label: 'Unmatched',
        found: 'It is not yet known whose badge it is.',
        why: 'The same name alone need not be the same person.',
        next: 'Add e-mail addresses or DIDs to the roster and read it again: where one agrees, the badge joins its person by itself.',
      },
      conflict: {
        label: 'Conflict',
        found: 'The clues to the recipient point to different people.',
        why: 'It cannot be decided by itself whose badge it is.',
        next: 'Ask the issuer whom it was issued to, and check the e-mail addresses of the roster.',
      },
    },
  },
  grades: {
    verified: {
      letter: 'A',
      name: 'Signature verified',
      sentence: 'The signature matches the content, and the issuer is registered.',
      next: 'It counts as a skill while it is valid and not revoked.',
    },
    confirmed: {
      letter: 'C',
      name: 'Confirmed',
      sentence: 'It equals the copy fetched from its own address.',
      next: 'Changes after that day are not known. Inquire again from time to time.',
    },
    unregistered: {
      letter: 'B',
      name: 'Issuer not registered',
      sentence: 'The signature matches the content, but the key is not confirmed to be the issuer’s.',
      next: 'Confirm the key with the issuer and register it: the badge then becomes "A Signature verified".',
    },
    unproven: {
      letter: 'D',
      name: 'Form only',
      sentence: 'This PC alone cannot decide whether it is genuine. It does not mean it is fake.',
      next: 'Add it to an inquiry, or import the missing key.',
    },
    rejected: {
      letter: 'X',
      name: 'Rejected',
      sentence: 'The signature or the issuer does not match the content.',
      next: 'Ask for the original file again, or ask the issuer.',
    },
  },
}
