import type { VerifierProblemCode } from '../../../model/problems/verifier'
import type { Explanation } from '../../explanation'
import { signature } from './signature'

export const verifier: Record<VerifierProblemCode, Explanation> = {
  ...signature,
  'key.malformed': {
    found: 'The key is not well formed.',
    why: 'No sound signature can be made with it.',
    next: 'Ask the issuer for the right key.',
  },
  'key.small-order': {
    found: 'This is a special key with which one signature fits any content.',
    why: 'Its signatures prove nothing.',
    next: 'Do not use the badge, and ask the issuer.',
  },
  'key.too-short': {
    found: 'The key is too short.',
    why: 'RSA keys below 2048 bits can be broken.',
    next: 'Ask the issuer for a badge signed with a newer key.',
  },
  'key.fragment': {
    found: 'The key is only appended to the issuer’s address.',
    why: 'Anybody can append a key of their own to another issuer’s address.',
    next: 'Confirm the issuer’s key and register it.',
  },
  'key.from-badge': {
    found: 'The key comes only from the badge file.',
    why: 'Anybody can put a key of their own there.',
    next: 'Confirm the issuer’s key and register it.',
  },
  'key.header-jwk': {
    found: 'The key comes only from the header of the signature.',
    why: 'Anybody can put a key of their own there.',
    next: 'Confirm the issuer’s key and register it.',
  },
  'key.not-held': {
    found: 'The key of the signature is not held.',
    why: 'This PC does not fetch keys.',
    next: 'Import the issuer’s key document, or register the key.',
  },
  'key.of-another': {
    found: 'It is signed with the key of another issuer.',
    why: 'Only the issuer’s own key can prove the issuer.',
    next: 'Ask the named issuer whether it issued this badge.',
  },
  'key.outside-period': {
    found: 'It was issued outside the period registered for this key.',
    why: 'It may have been signed after the key was replaced.',
    next: 'Confirm the key’s period and the issue date with the issuer.',
  },
  'key.not-pinned': {
    found: 'The register holds other keys for this issuer.',
    why: 'This PC cannot decide whether it is a new key or the key of another issuer.',
    next: 'Ask the issuer whether the key is new, then register it.',
  },
  'key.private-member': {
    found: 'A key that must stay secret has been published.',
    why: 'Anybody can sign with it.',
    next: 'Do not use the badge, and tell the issuer.',
  },
  'key.unsupported-type': {
    found: 'This type of key is not supported.',
    why: 'There is no way here to check it, so nothing can be decided.',
    next: 'Ask the issuer for a badge signed with another type of key.',
  },
  'key.not-for-assertion': {
    found: 'The issuer does not list this key for signing badges.',
    why: 'A key meant for something else proves nothing here.',
    next: 'Ask the issuer for a badge signed with the right key.',
  },
  'key.from-document': {
    found: 'The key was found in an imported document.',
    why: 'Such documents are not signed, so they do not prove whose key it is.',
    next: 'Confirm the key with the issuer and register it.',
  },
  'issuer.look-alike': {
    found: 'Its issuer’s name looks like a registered one.',
    why: 'The name may be meant to be mistaken for it.',
    next: 'Ask the registered issuer whether it issued this badge.',
  },
  'issuer.unregistered': {
    found: 'The issuer is not in the register.',
    why: 'It is only known that one and the same key signed.',
    next: 'Confirm the key with the issuer and register it.',
  },
  'hosted.no-evidence': {
    found: 'The file only names an address, and no copy from there is held.',
    why: 'Badges of this kind are checked on the issuer’s web site.',
    next: 'Add it to an inquiry and bring the result back by USB.',
  },
  'hosted.differs': {
    found: 'It differs from the copy fetched from its own address.',
    why: 'It is not known whether the issuer updated it or the file was changed.',
    next: 'Obtain the present badge from the issuer.',
  },
  'hosted.no-answer': {
    found: 'It was asked for, but no answer came from its own address that could confirm it.',
    why: 'A failed connection or an answer from another place confirms nothing.',
    next: 'Add it to another inquiry on another day.',
  },
  'hosted.not-found': {
    found: 'The badge was not found at its own address.',
    why: 'It is not known whether it was withdrawn or has moved.',
    next: 'Ask the issuer whether the badge is still good.',
  },
  'hosted.not-encrypted': {
    found: 'The copy was fetched over an unencrypted connection (http).',
    why: 'Somebody on the way could have changed it without being noticed.',
    next: 'Ask the issuer before you rely on it.',
  },
  'evidence.unsolicited': {
    found: 'There is a copy from its own address, but it answers no inquiry from here.',
    why: 'A copy received with a badge can be made by the maker of the badge. It does not raise the grade.',
    next: 'Confirm it by a courier inquiry.',
  },
  'evidence.misdated': {
    found: 'The copy from its own address is older than the list that asked for it, or dated in the future.',
    why: 'A true answer is dated after the list was written and not after today.',
    next: 'Set the clock of the PC that asks and repeat the courier inquiry.',
  },
  'hosted.other-origin': {
    found: 'Badge and issuer have different addresses.',
    why: 'A badge at a place the issuer has not allowed is not the issuer’s.',
    next: 'Ask the named issuer.',
  },
  'hosted.origin-unproven': {
    found: 'The address of its issuer or of its badge class has not answered.',
    why: 'It cannot be told whether the named issuer allows badges to be issued here.',
    next: 'Add it to an inquiry and bring the result back by USB.',
  },
  'hosted.creator-not-listed': {
    found: 'The signing key is not among those the issuer lists.',
    why: 'A key that is not listed is not the issuer’s.',
    next: 'Confirm the key with the issuer.',
  },
  'status.no-list': {
    found: 'The revocation list is not held.',
    why: 'It cannot be looked up whether the badge was revoked.',
    next: 'Import the list, or add it to an inquiry.',
  },
  'status.list-invalid': {
    found: 'The revocation list is altered or not well formed.',
    why: 'Such a list can decide nothing.',
    next: 'Import a new list from the issuer.',
  },
  'status.list-expired': {
    found: 'The revocation list has expired.',
    why: 'Later changes may be missing from it.',
    next: 'Import a new list from the issuer.',
  },
  'status.list-short': {
    found: 'The revocation list is shorter than the standard requires.',
    why: 'It can be read, but it does not conform.',
    next: 'There is nothing to do; tell the issuer if you like.',
  },
  'status.list-of-another': {
    found: 'The revocation list was issued by another issuer.',
    why: 'The list of another issuer decides nothing about this badge.',
    next: 'Import the issuer’s own list.',
  },
  'status.list-unproven': {
    found: 'It cannot be checked that the list is the issuer’s.',
    why: 'An unproven list can decide nothing.',
    next: 'Confirm it by a courier inquiry, or confirm the key that signed the list with the issuer and register it.',
  },
  'status.revocation-claimed': {
    found: 'A list or copy that is not proven to be the issuer’s says that this badge was revoked.',
    why: 'Anybody can make such a file, so the badge is not treated as revoked.',
    next: 'Confirm it by a courier inquiry.',
  },
  'status.list-purpose': {
    found: 'The list serves another purpose than the badge asks for.',
    why: 'Such a list can decide nothing here.',
    next: 'Ask the issuer for the right list.',
  },
  'status.index': {
    found: 'The position in the revocation list is not valid.',
    why: 'It cannot be read or lies outside the list.',
    next: 'Ask the issuer about badge and list.',
  },
  'status.unknown-type': {
    found: 'The way revocation is recorded is not known here.',
    why: 'So it cannot be looked up whether it was revoked.',
    next: 'Ask the issuer whether it is still valid.',
  },
  'status.revoked-at-origin': {
    found: 'The badge’s own address answers that it was revoked.',
    why: 'For hosted badges the issuer tells of a revocation there.',
    next: 'Ask the issuer for the reason.',
  },
  'status.revoked-in-file': {
    found: 'The file itself says that it is revoked.',
    why: 'The issuer has withdrawn this badge.',
    next: 'Ask the issuer for the reason.',
  },
  'endorsement.other-subject': {
    found: 'This endorsement is about something other than what it is attached to.',
    why: 'It cannot be taken as an endorsement of this badge. The verdict on the badge itself does not change.',
    next: 'Do not rely on it; ask the endorser where it matters.',
  },
  'time.clock-skew': {
    found: 'It begins a few minutes in the future.',
    why: 'The issuer’s clock or the one of this PC is a little off.',
    next: 'Check the clock of this PC.',
  },
  'schema.missing-member': {
    found: 'Something the standard requires is missing.',
    why: 'The form alone does not change whether it is genuine.',
    next: 'Tell the issuer where it matters.',
  },
  'schema.wrong-type': {
    found: 'Something is written in another form than the standard requires.',
    why: 'The form alone does not change whether it is genuine.',
    next: 'Tell the issuer where it matters.',
  },
  'recipient.conflict': {
    found: 'The clues to the recipient point to different people.',
    why: 'It cannot be decided by itself whose badge it is.',
    next: 'Decide between them in the list of unmatched badges.',
  },
  'recipient.weak-hash': {
    found: 'The recipient is written with an old method (MD5).',
    why: 'It can be made to fit another person.',
    next: 'Confirm the recipient from another source too.',
  },
  'recipient.too-many': {
    found: 'The badge names more recipients than are ever looked up.',
    why: 'A true badge names its holder in one to three ways; this file was made to keep the program busy, or belongs to many.',
    next: 'Ask the issuer for a badge that names its holder alone.',
  },
}
