import { fragmentKey, headerKey, issuerMismatch, keyInBadge, otherOrigin, unresolvedKey } from './attacks'
import { addressOnly, badCrc, byteOrderMark, compressedChunk, emptyFile, garbageJson, secondChunk, truncatedPng } from './containers'
import type { Fault } from './fault'
import { keyNotPinned, keyOutsidePeriod, lookAlike, unregisteredIssuer } from './issuers'
import {
  claimDiffers,
  contextOrder,
  duplicateMember,
  inlineContext,
  nestedContext,
  proofEncoding,
  undefinedTerm,
  unknownContext,
  unknownCritical,
  unsupportedSuite,
  wrongPurpose,
} from './proofs'
import { unknownRecipient } from './recipient'
import { revoked, revokedInFile, statusUnknown, suspended } from './status'
import { tampered } from './tampered'
import { expired, notYetValid, reversedDates } from './time'
import { newerVersion, olderVersion, unsignedNewerCopy } from './versions'

/** Everything that is wrong or unusual in the sample city. Duplicates are made last, from what is there. */
export const faults: readonly Fault[] = [
  tampered,
  headerKey,
  fragmentKey,
  issuerMismatch,
  keyInBadge,
  unresolvedKey,
  otherOrigin,
  unregisteredIssuer,
  lookAlike,
  keyNotPinned,
  keyOutsidePeriod,
  wrongPurpose,
  proofEncoding,
  unsupportedSuite,
  unknownContext,
  inlineContext,
  nestedContext,
  contextOrder,
  undefinedTerm,
  duplicateMember,
  claimDiffers,
  unknownCritical,
  expired,
  notYetValid,
  reversedDates,
  revoked,
  suspended,
  statusUnknown,
  revokedInFile,
  unknownRecipient,
  newerVersion,
  olderVersion,
  unsignedNewerCopy,
  emptyFile,
  truncatedPng,
  badCrc,
  garbageJson,
  compressedChunk,
  secondChunk,
  byteOrderMark,
  addressOnly,
]
