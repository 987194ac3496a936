import type { Explanation } from '../../explanation'
import type { SignatureProblemCode } from '../../ja/problems/signature'

export const signature: Record<SignatureProblemCode, Explanation> = {
  'proof.altered': {
    found: 'The signature does not match the content.',
    why: 'The content changed after signing, or another key signed it.',
    next: 'Ask for the original file again.',
  },
  'proof.none': {
    found: 'The file carries no signature.',
    why: 'Without one it cannot be checked who wrote the content.',
    next: 'Ask the issuer for a signed file.',
  },
  'proof.unknown-suite': {
    found: 'This kind of signature is not supported.',
    why: 'There is no way here to check it, so nothing can be decided.',
    next: 'Ask the issuer for a badge signed in another way.',
  },
  'proof.wrong-purpose': {
    found: 'The signature was made for another purpose than an assertion.',
    why: 'A signature for one purpose must not be reused for a badge.',
    next: 'Ask the issuer for a badge signed for this purpose.',
  },
  'proof.value-encoding': {
    found: 'The value of the signature is not written as the standard requires.',
    why: 'Other spellings would allow many forms of one signature.',
    next: 'Ask for the original file again.',
  },
  'proof.value-length': {
    found: 'The signature has the wrong length.',
    why: 'No signature of this kind has that length.',
    next: 'Ask for the original file again.',
  },
  'proof.expired': {
    found: 'The signature itself has expired.',
    why: 'A signature past its end proves nothing any more.',
    next: 'Ask the issuer for a newly signed badge.',
  },
  'proof.previous-missing': {
    found: 'The signature builds on an earlier one that is not in the file.',
    why: 'A chain with a missing part cannot be checked.',
    next: 'Ask for the original file again.',
  },
  'proof.foreign': {
    found: 'Somebody other than the issuer has signed it too.',
    why: 'That signature does not prove who the issuer is.',
    next: 'There is nothing to do; ask the issuer if in doubt.',
  },
  'proof.shape': {
    found: 'The proof is not formed as the standard requires.',
    why: 'Something it needs is missing or of the wrong kind.',
    next: 'Ask for the original file again.',
  },
  'proof.base-only': {
    found: 'This is the holder’s own copy, from which proofs to show are made.',
    why: 'Only a proof derived from it, showing chosen parts, can be checked.',
    next: 'Ask the holder to make one for showing in the wallet.',
  },
  'proof.selective': {
    found: 'Only some parts of the badge are shown.',
    why: 'The parts shown are covered by the signature. What is left out has no name here, only the place where it belongs; an end date or a revocation may be among it.',
    next: 'Ask the holder for the whole badge where it matters.',
  },
  'context.unknown-url': {
    found: 'It refers to definitions outside the standard.',
    why: 'Nothing is fetched, so what was signed cannot be worked out.',
    next: 'Ask the issuer for a badge that uses the standard definitions only.',
  },
  'context.inline': {
    found: 'It is written in a way the standard does not allow.',
    why: 'Definitions inside the file could give items another meaning while the signature still fits.',
    next: 'Ask the issuer. "Technical information" shows where.',
  },
  'context.nested': {
    found: 'It is written in a way the standard does not allow.',
    why: 'A change of definitions inside the file could hide content while the signature still fits.',
    next: 'Ask the issuer. "Technical information" shows where.',
  },
  'context.order': {
    found: 'It is written in a way the standard does not allow.',
    why: 'With its definitions in another order, the same item can mean something else.',
    next: 'Ask the issuer for a well-formed badge. "Technical information" shows where.',
  },
  'context.keyword': {
    found: 'It uses special member names that are not allowed.',
    why: 'They can be added without changing what the signature covers.',
    next: 'Ask for the original file again.',
  },
  'context.alias': {
    found: 'A known item is written under another spelling of its name.',
    why: 'Readers would overlook it although the signature still fits.',
    next: 'Ask for the original file again.',
  },
  'context.form': {
    found: 'A known item is written in a form in which readers would overlook it.',
    why: 'The signature does not fix this form, so it can be changed after signing.',
    next: 'Ask for the original file again.',
  },
  'context.syntax': {
    found: 'It is written in a way the standard does not allow.',
    why: 'What was signed cannot be worked out in one way.',
    next: 'Ask the issuer for a well-formed badge. "Technical information" shows where.',
  },
  'context.data-loss': {
    found: 'Some items are not defined by the standard.',
    why: 'The signature does not cover them, so later changes do not show.',
    next: 'Do not rely on the marked items, and tell the issuer.',
  },
  'context.older-text': {
    found: 'The signature fits an older text of the definitions.',
    why: 'The published definitions were changed in place.',
    next: 'There is nothing to do.',
  },
  'context.canonical-order': {
    found: 'The signature fits another reading of the ordering rules.',
    why: 'The issuer’s software orders the content a little differently. The content matches.',
    next: 'There is nothing to do.',
  },
  'canonicalization.too-complex': {
    found: 'The structure is too complex and the check was stopped.',
    why: 'The file may have been made to keep programs busy.',
    next: 'Ask the issuer about this file.',
  },
  'jwt.algorithm': {
    found: 'The algorithm cannot be used, or does not go with the key.',
    why: 'The key’s type decides it. "None" and shared secrets are never accepted.',
    next: 'Ask the issuer for a badge signed with a proper algorithm.',
  },
  'jwt.critical': {
    found: 'It demands a condition that is not known here.',
    why: 'An unknown condition must not be passed over.',
    next: 'Ask the issuer. "Technical information" shows where.',
  },
  'jwt.disclosure': {
    found: 'A disclosed item does not match what was signed.',
    why: 'In this form only some items are shown; one was added or altered.',
    next: 'Ask the holder to present the badge again.',
  },
  'jwt.key-binding': {
    found: 'The holder’s own proof (key binding) does not hold.',
    why: 'The signature of whoever presented the badge does not fit the disclosed items, or its algorithm is not supported.',
    next: 'Ask the holder to present the badge again.',
  },
  'jwt.claim-differs': {
    found: 'The token’s own claims differ from the badge inside it.',
    why: 'It is not certain which of the two is meant.',
    next: 'Ask the issuer for a well-formed badge. "Technical information" shows where.',
  },
  'jwt.no-key': {
    found: 'It does not say which key signed it.',
    why: 'Without the key the signature cannot be checked.',
    next: 'Ask the issuer for a badge that names its key.',
  },
  'jwt.signature-encoding': {
    found: 'The signature is not encoded as the standard requires.',
    why: 'Other spellings and lengths are not accepted.',
    next: 'Ask for the original file again.',
  },
  'jwt.claim-type': {
    found: 'A claim of the token is of the wrong kind.',
    why: 'It holds something else than the text or number it must be.',
    next: 'Ask the issuer for a well-formed badge. "Technical information" shows where.',
  },
}
