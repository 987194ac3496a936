import type { RosterProblemCode } from '../../../model/problems/roster'
import type { Explanation } from '../../explanation'

export const roster: Record<RosterProblemCode, Explanation> = {
  'roster.no-staff-number-column': {
    found: 'No staff number column was found.',
    why: 'Only the staff number identifies a person.',
    next: 'Choose the staff number column under column mapping.',
  },
  'roster.no-name-column': {
    found: 'No name column was found.',
    why: 'Without names nobody can check whose row it is.',
    next: 'Choose the name column under column mapping.',
  },
  'roster.no-division-column': {
    found: 'No column names a division (code, department, section or unit).',
    why: 'Without it nothing can be counted by division.',
    next: 'Choose at least one division column under column mapping.',
  },
  'roster.no-rows': {
    found: 'The file has no rows of staff.',
    why: 'Importing a file with headings only would take everybody off the roster.',
    next: 'Check the file and the rows below its headings.',
  },
  'roster.encoding': {
    found: 'The text encoding cannot be determined.',
    why: 'Read in the wrong encoding, names become other characters.',
    next: 'Save the file again as "CSV UTF-8".',
  },
  'roster.mapping': {
    found: 'A heading that was chosen is not in the file.',
    why: 'Reading another column would give a wrong roster.',
    next: 'Choose a heading that is in the file under column mapping.',
  },
  'roster.staff-number-missing': {
    found: 'The row has no staff number.',
    why: 'It cannot be said whose row it is, so it is not imported.',
    next: 'Fill in the staff number and import again.',
  },
  'roster.staff-number-full-width': {
    found: 'The staff number has full-width digits or letters.',
    why: 'It is stored as typed and is another person than the half-width number.',
    next: 'Check that it is written as in your other rosters.',
  },
  'roster.staff-number-zeros': {
    found: 'Without leading zeros this is a staff number already held.',
    why: 'A spreadsheet may have dropped the zeros. Unchanged, this is registered as another person.',
    next: 'Save the column as text, or confirm that this is another person.',
  },
  'roster.name-missing': {
    found: 'The name is blank.',
    why: 'The person is imported, nameless unless a name is already held.',
    next: 'Check the name in the roster.',
  },
  'roster.division-missing': {
    found: 'The row names no division.',
    why: 'No post is made from this row. Posts already held stay as they are.',
    next: 'Fill in the division and import again.',
  },
  'roster.division-code-differs': {
    found: 'One division code has different names.',
    why: 'Divisions are identified by code, so the name most rows give is used.',
    next: 'Check the code and the name.',
  },
  'roster.bad-date': {
    found: 'This cannot be read as a date.',
    why: 'The day or the year of its era may not exist. The cell is not used.',
    next: 'Write it as 2026-04-01 or R8.4.1.',
  },
  'roster.reversed-dates': {
    found: 'The end lies before the beginning.',
    why: 'It is no period, so the end is not used.',
    next: 'Check both dates.',
  },
  'roster.unknown-leave': {
    found: 'The word for leave is not known.',
    why: 'The person is counted as at work.',
    next: 'Use a known word, or confirm that this is right.',
  },
  'roster.unknown-concurrent': {
    found: 'The word for a concurrent post is not known.',
    why: 'The post is counted as the main one.',
    next: 'Write "本務" (main) or "兼務" (concurrent).',
  },
  'roster.private-use-character': {
    found: 'The text contains a private-use character (外字).',
    why: 'It is stored as typed and may look different on another PC.',
    next: 'Where it looks wrong, go by the reading and the staff number.',
  },
  'roster.variation-selector': {
    found: 'The text contains a character with a variation selector.',
    why: 'It is stored as typed. A CP932 CSV cannot hold it.',
    next: 'Choose UTF-8 when exporting to CSV.',
  },
  'roster.replacement-character': {
    found: 'The text contains a character that could not be read (�).',
    why: 'The character was lost when the file was made.',
    next: 'Check the original roster and save it again as UTF-8 or XLSX.',
  },
  'roster.name-differs': {
    found: 'Rows of one staff number have different names.',
    why: 'It may be a former name, or a wrong number. The name of the main row is used.',
    next: 'Check that it is one person.',
  },
  'roster.duplicate-row': {
    found: 'The same post of the same person is listed twice.',
    why: 'It is counted once.',
    next: 'Check for a repeated row.',
  },
  'roster.several-main-posts': {
    found: 'The person has more than one main post.',
    why: 'Without a column that says so, the first row is the main post and the others are concurrent; with one, rows are taken as written.',
    next: 'Check the concurrent-post column.',
  },
  'roster.bad-email': {
    found: 'This cannot be read as an e-mail address.',
    why: 'It cannot be matched with badges, so it is not stored.',
    next: 'Check the address. Separate several with ";".',
  },
  'roster.shared-email': {
    found: 'One e-mail address belongs to two or more people.',
    why: 'Badges sent to it are not given to anybody automatically.',
    next: 'If it is an address of the section, use personal ones.',
  },
  'roster.maybe-same-person': {
    found: 'Birth date and reading are those of another staff number.',
    why: 'The number may have changed on re-employment. The two are not joined automatically.',
    next: 'If it is one person, link the badges when matching them.',
  },
  'roster.error-value': {
    found: 'This is an error value of Excel (such as #N/A).',
    why: 'It marks a failed calculation and is no value. The cell is not used.',
    next: 'Correct the formula in Excel and save the file again.',
  },
  'roster.instant': {
    found: 'This is a time in another time zone.',
    why: 'It was read as the calendar day in Japan.',
    next: 'Check that the date is right.',
  },
  'roster.era-over': {
    found: 'The year is later than the end of its era.',
    why: 'It was read as a year written before the era changed (Heisei 38 is 2026).',
    next: 'Check that the year is right.',
  },
  'roster.invisible-removed': {
    found: 'The cell begins or ends with invisible characters.',
    why: 'They were removed, so that the number or name is not taken for another one.',
    next: 'Type the cell again in the original roster.',
  },
  'roster.invisible-inside': {
    found: 'There are invisible characters inside the text.',
    why: 'It is stored as typed. It looks the same as another text but differs from it.',
    next: 'Type the cell again in the original roster.',
  },
  'roster.scientific': {
    found: 'The number is in scientific notation (such as 1.23E+02).',
    why: 'A spreadsheet has treated it as a quantity; digits may be lost.',
    next: 'Format the column as text and save the original numbers.',
  },
  'roster.column-unused': {
    found: 'This column is not used.',
    why: 'Its heading does not say which field it is.',
    next: 'If it is needed, choose it under column mapping.',
  },
  'roster.day-missing': {
    found: 'The day of the roster is not known.',
    why: 'Without it, moves and departures cannot be dated.',
    next: 'Enter the day the roster is of.',
  },
  'roster.day-wrong': {
    found: 'The date in the title or the file name does not exist.',
    why: 'The day of the roster cannot be determined.',
    next: 'Enter the right date.',
  },
  'roster.day-future': {
    found: 'The day of the roster is after today.',
    why: 'Changes up to that day would be recorded in advance.',
    next: 'If the date is right, confirm and import.',
  },
  'roster.day-older': {
    found: 'The day is before that of a roster imported already.',
    why: 'The content of the newer roster may be changed by older content.',
    next: 'If the date is right, confirm and import.',
  },
  'roster.day-differs': {
    found: 'The title or the file name says another date.',
    why: 'Imported under another day, moves get wrong dates.',
    next: 'If the date is right, confirm and import.',
  },
  'roster.nobody': {
    found: 'No person could be read.',
    why: 'Importing the file would take everybody off the roster.',
    next: 'Check the staff number column.',
  },
  'roster.sheet-read': {
    found: 'The workbook has several sheets. The sheet named here was read.',
    why: 'The other sheets are not imported.',
    next: 'If it is not the roster, choose the right sheet, or save the workbook with the roster as the active sheet.',
  },
}
