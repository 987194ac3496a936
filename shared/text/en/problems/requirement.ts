import type { RequirementProblemCode } from '../../../model/problems/requirement'
import type { Explanation } from '../../explanation'

const again = 'Correct this row and choose the file again.'
const whole = 'With one fault the whole table is refused. Nothing was changed.'

export const requirement: Record<RequirementProblemCode, Explanation> = {
  'requirement.refused': {
    found: 'The table of requirements has faults.',
    why: whole,
    next: 'Correct the rows and columns that are listed, and choose the file again.',
  },
  'requirement.no-rows': {
    found: 'There are no rows below the header.',
    why: 'An empty table is refused, so that it does not remove everything by mistake.',
    next: 'Add rows, or remove requirements on the screen.',
  },
  'requirement.column-missing': {
    found: 'A needed column is missing.',
    why: 'A row is read from id, division, skill, level, rule and amount.',
    next: 'Add this column to the header.',
  },
  'requirement.column-unknown': {
    found: 'This column is unknown.',
    why: 'It may contain something that matters, so the table is refused.',
    next: 'Correct the name of the column, or remove it.',
  },
  'requirement.column-twice': { found: 'Two columns have the same name.', why: 'It is not clear which one to read.', next: 'Remove one of them.' },
  'requirement.id-missing': { found: 'The id is missing.', why: 'The id decides which row the next import replaces.', next: again },
  'requirement.id-twice': { found: 'Two rows have the same id.', why: 'It is not clear which one is right.', next: again },
  'requirement.division-unknown': {
    found: 'There is no division with this code.',
    why: 'A division that was never in a roster cannot be counted. For the whole city the cell is empty.',
    next: again,
  },
  'requirement.skill-missing': { found: 'The skill is missing.', why: 'It is not clear what is required.', next: again },
  'requirement.skill-unknown': {
    found: 'There is no skill with this name.',
    why: 'Nobody would ever be counted for a skill without a mapping.',
    next: 'Write a name from the skill mapping, as “branch/skill”.',
  },
  'requirement.level': { found: 'Write the level as a number from 1 to 4.', why: 'Other values cannot be counted.', next: again },
  'requirement.rule': { found: 'The rule is people or share.', why: 'It is not clear whether the amount is a number or a percentage.', next: again },
  'requirement.amount': { found: 'The amount is wrong.', why: 'People are 1 to 9999, a share is 0.01 to 100 with at most two decimals.', next: again },
  'requirement.reach': {
    found: 'The reach is division or sections.',
    why: 'It is not clear whether the division is counted as one or section by section.',
    next: again,
  },
  'requirement.below-section': {
    found: 'Below a section, “sections” cannot be used.',
    why: 'There are no sections below that division.',
    next: 'Use division, or name a section or a department.',
  },
  'requirement.date': { found: 'This is not a date.', why: 'It is not clear when the requirement is in force.', next: 'Write it like 2027-04-01 or R9.4.1.' },
  'requirement.reversed': { found: 'The last day is before the first.', why: 'The requirement would be in force on no day.', next: again },
  'requirement.too-long': { found: 'This is too long.', why: 'An id has at most 100 characters, a note 1000, a word of a list 100.', next: again },
  'requirement.exception-of-none': {
    found: 'There is no “sections” row for this exception.',
    why: 'Only a row with reach sections can have exceptions.',
    next: 'Write the id of a sections row in exceptionTo.',
  },
  'requirement.exception-outside': {
    found: 'The division of the exception is not below that of its row.',
    why: 'This exception would have no effect.',
    next: again,
  },
  'requirement.exception-cell': {
    found: 'The exception differs from its row.',
    why: 'An exception changes the division, rule, amount and note only.',
    next: 'Leave the cell empty, or repeat the value of the row.',
  },
  'requirement.exception-twice': { found: 'Two exceptions name the same division.', why: 'It is not clear which one is right.', next: again },
}
