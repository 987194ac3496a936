export type { Act } from './act'
export { type CredentialToSeek, countToSeek, credentialsToSeek, emailsSince, readEdition, saveSought, soughtInVain } from './addressBook'
export { type AuditAction, type AuditEntry, appendAudit, readAudit, verifyAudit } from './audit'
export { readBadge, readUnmatched } from './badge'
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
export { closeDatabase, type DatabaseSurroundings, databaseName, openDatabase } from './database'
export { attempt, databaseProblem } from './databaseProblem'
export { readDepartment } from './department'
export { differenceAt, saveDifferences } from './difference'
export { type Hanging, hangingCredentials, readHangings } from './hanging'
export { emptyEverything, readHoldings } from './holdings'
export {
  finishImport,
  type ImportJobRecord,
  type ImportState,
  markInterrupted,
  readImportJob,
  readImportSummary,
  readImports,
  saveImportPlan,
  setImportState,
  startImport,
} from './import'
export { readImport } from './importDetail'
export { readImportItems } from './importItems'
export { readOriginal } from './original'
export { countOutstanding, type Outstanding, readOutstanding, rememberOutstanding, settleOutstanding, together } from './outstanding'
export { readPeople } from './people'
export { readPersons } from './person'
export { readPerson } from './personPage'
export { assignPeople, assignPerson, type LearnedIdentity, learnedLinks } from './recipient'
export { readRegister, registerEntries, saveIssuers, unregisteredIssuers } from './register'
export { applyRoster, readRosterOn } from './roster'
export { type BatchItem, type BatchOutcome, saveBatch } from './saveBatch'
export { readSetting, saveSetting } from './setting'
export { achievementsWithoutMapping, importMappings, readMappings, readSkills, type UnmappedAchievement } from './skill'
export type { Database } from './statement'
export { supportDocuments } from './support'
export { undoImport } from './undoImport'
export { readVerdictChanges } from './verdictChanges'
export { type SavedChange, saveVerification } from './verification'
export { claimedNames, credentialsToVerifyAgain, type HeldOriginal, heldOriginal, idsToVerifyAgain, type VerifyAgainScope } from './verifyAgain'
