export { dayDoubts } from './dayDoubts'
export { findHashed, type HashedRecipient, type HashSearch, hashName, questionOf, searchAmong } from './hashedRecipient'
export { hasRosterHead } from './headers'
export { type MatchedBy, matchRecipient, type RecipientMatch } from './matchRecipient'
export {
  type DepartmentSnapshot,
  type DivisionPeriod,
  type NewAssignment,
  type PlannedRoster,
  planRoster,
  type RosterPlan,
  type StoredAssignment,
} from './plan'
export { type RosterOptions, type RosterRead, readRoster } from './read'
export { indexRecipients, type LearnedLink, type RecipientIndex, recipientKey } from './recipientIndex'
export { type RequirementColumn, requirementColumns } from './requirements/columns'
export { type ReadRequirements, type RequirementKnowledge, readRequirements } from './requirements/readRequirements'
export { cellsOf, writeRequirements } from './requirements/writeRequirements'
export { type RosterSketch, sketchRoster } from './sketch'
export { type Proposal, proposeMappings } from './skills/proposeMappings'
export { readMappings } from './skills/readMappings'
export type { Meeting, Trail, Whereabouts } from './trail'
export { type WrittenRosterDay, writtenRosterDay } from './writtenRosterDay'
