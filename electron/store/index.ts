export { bindWaiting } from './coverage/binding'
export { readCoverage } from './coverage/coverage'
export { bindByHand, importMappings } from './coverage/mapping'
export { achievementsWithoutMapping, readMappings, readSkills, type UnmappedAchievement } from './coverage/skill'
export type { Completed } from './credential/completed'
export type { Matched } from './credential/credential'
export { isMissed, type MissedHash, missedHashes, rememberMissed } from './credential/missedHash'
export {
  countDamaged,
  type DamagedOriginal,
  damagedOriginals,
  isIntact,
  markDamaged,
  type OriginalsChecked,
  openCopy,
  readOriginal,
  restoreOriginals,
} from './credential/original'
export { assignPeople, type LearnedIdentity, learnedLinks } from './credential/recipient'
export { eachSupportDocument, settleSupport, supportDocuments, unsettledSupport } from './credential/support'
export type { Act } from './database/act'
export { type AuditEntry, appendAudit, readAudit, recordAct, verifyAudit } from './database/audit'
export { attempt, databaseProblem } from './database/databaseProblem'
export { inOneTransaction } from './database/inOneTransaction'
export { atWork, claimJob, isGone, type JobOwner, markInterrupted, type OwnerCheck, readOwners, recordSignOfLife, releaseJob } from './database/owner'
export { type Owner, type Presence, presenceOf, thisOwner } from './database/ownerProcess'
export { readSetting, saveSetting } from './database/setting'
export { rebuild, rebuildAt } from './database/space'
export { type Database, snapshot, totalChanges } from './database/statement'
export {
  addressRevisions,
  countToRematch,
  credentialsToRematch,
  readRevision,
  saveRematched,
  type UnmatchedCredential,
  type WhichUnmatched,
} from './department/addressBook'
export { readDepartment } from './department/department'
export { readPersons } from './department/person'
export { applyRoster, readRosterOn } from './department/roster'
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
} from './import/import'
export { readImport } from './import/importDetail'
export { eachImportItem, readImportItems } from './import/importItems'
export { type BatchItem, type BatchOutcome, saveBatch } from './import/saveBatch'
export { beginUndo, continueUndo, leaveStep, pendingUndos, type Undo, undoImport } from './import/undoImport'
export { countRemovable } from './import/undoSteps'
export { checkedAt, readDamage, saveCheck, saveTableFault, type TableFault } from './opening/damage'
export { databaseName } from './opening/database'
export { checkOriginalsAt, checkTableAt, mendIndexesAt, tablesAt, verifyAuditAt } from './opening/integrity'
export { abandonDatabase, closeDatabase, type DatabaseSurroundings, isReadOnly, openDatabase } from './opening/openDatabase'
export { readBadge, readUnmatched } from './page/badge'
export { emptyEverything, readHoldings } from './page/holdings'
export { readPeople } from './page/people'
export { readPerson } from './page/personPage'
export { readGap } from './planning/gap'
export { readRequirementHistory } from './planning/history'
export { readNames, readRequirements } from './planning/listed'
export { proposeRequirements } from './planning/propose'
export { readRisk } from './planning/risk'
export { previewRequirements, type RequirementEdit, saveRequirements } from './planning/saveRequirements'
export {
  acceptEvidence,
  acceptedEvidence,
  courierLists,
  credentialsInQuestion,
  type QuestionedCredential,
  type SavedCourierList,
  saveCourierList,
} from './trust/courier'
export { readRegister, registerEntries, saveIssuers, unregisteredIssuers } from './trust/register'
export { dependentCredentialIds, readDependencies, type StoredDependencies } from './verdict/dependencies'
export { mismatchAt, saveMismatches } from './verdict/mismatch'
export { addPending, countPending, dismissPending, type PendingReverification, readPending } from './verdict/pending'
export { claimedNames, credentialsToReverify, idsToReverify, type ReverifyScope, readStoredOriginal, type StoredOriginal } from './verdict/reverify'
export { readVerdictChanges } from './verdict/verdictChanges'
export { type SavedChange, saveVerification } from './verdict/verification'
