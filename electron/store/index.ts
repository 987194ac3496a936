export type { Act } from './act'
export { addressEditions, type CredentialToSeek, countToSeek, credentialsToSeek, readEdition, saveSought, type ToSeek } from './addressBook'
export { type AuditAction, type AuditEntry, appendAudit, readAudit, verifyAudit } from './audit'
export { readBadge, readUnmatched } from './badge'
export { bindWaiting } from './binding'
export type { Completed } from './completed'
export {
  acceptEvidence,
  acceptedEvidence,
  courierLists,
  credentialsInQuestion,
  type QuestionedCredential,
  type SavedCourierList,
  saveCourierList,
} from './courier'
export { readCoverage } from './coverage'
export { identityText, type Matched } from './credential'
export { checkedAt, readDamage, saveCheck, saveTableFault, type TableFault } from './damage'
export { databaseName } from './database'
export { attempt, databaseProblem } from './databaseProblem'
export { readDepartment } from './department'
export { differenceAt, saveDifferences } from './difference'
export { type Hanging, hangingCredentials, readHangings } from './hanging'
export { emptyEverything, readHoldings } from './holdings'
export {
  finishImport,
  type ImportJobRecord,
  type ImportState,
  readImportJob,
  readImportSummary,
  readImports,
  saveImportPlan,
  setImportState,
  startImport,
} from './import'
export { readImport } from './importDetail'
export { readImportItems } from './importItems'
export { checkOriginalsAt, checkTableAt, mendIndexesAt, tablesAt } from './integrity'
export { bindByHand, importMappings } from './mapping'
export { isMissed, type MissedHash, missedHashes, rememberMissed } from './missedHash'
export { abandonDatabase, closeDatabase, type DatabaseSurroundings, isReadOnly, openDatabase } from './openDatabase'
export {
  checkOriginals,
  countDamaged,
  type DamagedOriginal,
  damagedOriginals,
  isIntact,
  markDamaged,
  type OriginalsChecked,
  openCopy,
  readOriginal,
  restoreOriginals,
} from './original'
export { countOutstanding, type Outstanding, readOutstanding, rememberOutstanding, settleOutstanding, together } from './outstanding'
export { atWork, claimJob, giveSignOfLife, isGone, type JobOwner, type Judging, markInterrupted, readOwners, releaseJob } from './owner'
export { type Owner, type Presence, presenceOf, thisOwner } from './ownerProcess'
export { originOf } from './ownOrigin'
export { readPeople } from './people'
export { readPersons } from './person'
export { readPerson } from './personPage'
export { assignPeople, assignPerson, type LearnedIdentity, learnedLinks } from './recipient'
export { readRegister, registerEntries, saveIssuers, unregisteredIssuers } from './register'
export { applyRoster, readRosterOn } from './roster'
export { type BatchItem, type BatchOutcome, saveBatch } from './saveBatch'
export { readSetting, saveSetting } from './setting'
export { achievementsWithoutMapping, readMappings, readSkills, type UnmappedAchievement } from './skill'
export { rebuild, rebuildAt } from './space'
export type { Database } from './statement'
export { eachSupportDocument, settleSupport, supportDocuments, unsettledSupport } from './support'
export { beginUndo, continueUndo, leaveStep, pendingUndos, type Undo, undoImport } from './undoImport'
export { readVerdictChanges } from './verdictChanges'
export { type SavedChange, saveVerification } from './verification'
export { claimedNames, credentialsToVerifyAgain, type HeldOriginal, heldOriginal, idsToVerifyAgain, type VerifyAgainScope } from './verifyAgain'
