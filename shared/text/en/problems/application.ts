import type { ApplicationProblemCode } from '../../../model/problems/application'
import type { Explanation } from '../../explanation'

export const application: Record<ApplicationProblemCode, Explanation> = {
  'call.unknown': {
    found: 'The window asked for something that does not exist.',
    why: 'The window and the working part may be of different versions.',
    next: 'Close Tekizai and open it again.',
  },
  'call.refused-sender': {
    found: 'A request that did not come from this window was refused.',
    why: 'To protect your data, only this window is answered.',
    next: 'Close Tekizai and open it again.',
  },
  'call.malformed-input': {
    found: 'The input does not have the expected form.',
    why: 'Working with it would give wrong results.',
    next: 'Check the input and try again.',
  },
  'call.failed': {
    found: 'The work ended for an unforeseen reason.',
    why: 'Nothing half-done was kept.',
    next: 'Try again. If it goes on, tell your system administrator the code below.',
  },
  'engine.ended': {
    found: 'The working part of the program stopped.',
    why: 'Nothing that was imported is lost.',
    next: 'Open Tekizai again; an unfinished import can be resumed.',
  },
  'path.not-found': {
    found: 'The file or folder was not found.',
    why: 'It may have been moved, or the USB stick removed.',
    next: 'Check where it is and choose it again.',
  },
  'path.not-readable': {
    found: 'There is no permission to read the file.',
    why: 'A file that cannot be read cannot be checked.',
    next: 'Check its permissions, or copy it to your own folder first.',
  },
  'path.is-folder': {
    found: 'A folder was named where a file is wanted.',
    why: 'Only one file is dealt with here.',
    next: 'Name a file inside the folder.',
  },
  'path.not-writable': {
    found: 'Nothing can be written at this place.',
    why: 'There is no permission, or the place is read-only.',
    next: 'Choose a place you may write to, such as Documents.',
  },
  'path.in-use': {
    found: 'The file is open in another program.',
    why: 'It cannot be replaced while Excel or another program holds it open.',
    next: 'Close the file there and save again.',
  },
  'path.not-a-file': {
    found: 'What was named is no ordinary file.',
    why: 'Reading or writing a pipe, a device or a socket may never end.',
    next: 'Copy it to an ordinary file and name that.',
  },
  'database.not-a-file': {
    found: 'Something else is in the place of the data file.',
    why: 'A folder or a device cannot be used as data.',
    next: 'Move it elsewhere, or name another folder with --data.',
  },
  'database.older-schema': {
    found: 'This data was made by an older version of Tekizai and is read-only.',
    why: 'To be read by this version it must be rewritten once.',
    next: 'Copy it to a folder you may write to and open it there once.',
  },
  'database.journal-left': {
    found: 'This data is read-only and has a journal that was not written back.',
    why: 'Reading it without the journal would give wrong numbers.',
    next: 'Copy the whole data folder to a place you may write to and open it there once.',
  },
  'folder.read-only': {
    found: 'The data folder is read-only.',
    why: 'Coverage, people and reports can be read; imports and changes cannot be made.',
    next: 'To change something, get permission to write, or open a copy in a place you may write to.',
  },
  'work.window': {
    found: 'A window of Tekizai is at work on this data.',
    why: 'Two at work at once could lose results or do them twice.',
    next: 'Wait until it has finished and try again.',
  },
  'work.command': {
    found: 'A command of Tekizai is at work on this data.',
    why: 'Two at work at once could lose results or do them twice.',
    next: 'Wait until it has finished and try again.',
  },
  'work.elsewhere': {
    found: 'Tekizai on another PC was at work on this data and has given no sign of life for a while.',
    why: 'Whether that PC is still at work cannot be seen from here.',
    next: 'Make sure that Tekizai has ended there, then take over with the command’s --take-over.',
  },
  'work.lost': {
    found: 'Another Tekizai has taken over this work.',
    why: 'It ended here so that nothing is done twice.',
    next: 'See in the list of imports how it went on.',
  },
  'command.stopped': {
    found: 'The command was stopped.',
    why: 'What had been saved is not lost.',
    next: 'Run it again to go on.',
  },
  'disk.full': { found: 'The disk is full.', why: 'What had been written half-way was taken back; your data is safe.', next: 'Free some space and try again.' },
  'database.newer-schema': {
    found: 'This data was made by a newer version of Tekizai.',
    why: 'Opening it with an older version could damage it.',
    next: 'Open it with the newer version. The data was not touched.',
  },
  'database.damaged': {
    found: 'The data file is damaged.',
    why: 'Working with it would give wrong numbers.',
    next: 'The file was not touched. If you have a copy, open the copy with --data.',
  },
  'database.locked': {
    found: 'The data is open in another Tekizai.',
    why: 'Two programs writing at once could damage it.',
    next: 'Close the other one and try again.',
  },
  'import.not-found': { found: 'There is no such import.', why: 'This data holds no import with that number.', next: 'Choose one from the list of imports.' },
  'import.already-undone': { found: 'That import has already been undone.', why: 'An import cannot be undone twice.', next: 'Look at the list of imports.' },
  'import.already-done': {
    found: 'The import is finished already.',
    why: 'A finished import has nothing left to go on with.',
    next: 'See its result in the list of imports.',
  },
  'import.changed': {
    found: 'The files to import are others than when the import stopped.',
    why: 'Going on with changed files would leave some out or count some twice.',
    next: 'Undo this import, then import again.',
  },
  'import.interrupted': {
    found: 'The import stopped half-way.',
    why: 'What had been saved is not lost.',
    next: 'Resume it, by command with import resume, or undo it.',
  },
  'verifier.plan-difference': {
    found: 'The fast way of verifying and the way it is checked by did not agree.',
    why: 'The fast way is not used any more. From now on the other one judges, which takes longer.',
    next: 'Let the badges that remain be verified again, and have the IT section tell the makers of the program.',
  },
  'credential.not-found': {
    found: 'There is no such badge on record.',
    why: 'It may have belonged to an import that was undone.',
    next: 'Open the list again.',
  },
  'person.not-found': {
    found: 'There is nobody with that staff number.',
    why: 'The number is not in the roster.',
    next: 'Check the number; leading zeros belong to it.',
  },
  'division.not-found': {
    found: 'There is no division with that code.',
    why: 'A division that does not exist on the day cannot be shown.',
    next: 'Check the code and the day.',
  },
  'skill.not-found': { found: 'There is no such skill.', why: 'No mapping names it.', next: 'Check its full path, such as Digital/Data use.' },
  'mapping.shape': {
    found: 'The file is no mapping of columns.',
    why: 'It must be JSON from our names to the headers of the roster.',
    next: 'Write it like {"staffNumber": "職員コード"} and try again.',
  },
  'skills.shape': {
    found: 'The mapping lacks a column.',
    why: 'Three columns are needed: achievementId, skill, level.',
    next: 'Check the column names and choose the file again.',
  },
  'skills.level': {
    found: 'A level must be a number from 1 to 4.',
    why: 'Other values cannot be counted.',
    next: 'Correct the row named below and choose the file again.',
  },
  'report.unknown': { found: 'There is no report of that name.', why: 'Only the reports in the list can be made.', next: 'See report list for the names.' },
  'report.format': {
    found: 'This report cannot be made in that format.',
    why: 'Each report has its own formats.',
    next: 'End the file name in .xlsx, .csv, .pdf or .html.',
  },
  'report.characters': {
    found: 'Some characters cannot be written in CP932 (Shift JIS).',
    why: 'They would turn into question marks and the names would be lost.',
    next: 'Nothing was written. Choose UTF-8.',
  },
  'report.no-printer': {
    found: 'No browser was found to make the PDF with.',
    why: 'A PDF is printed by the same part that shows the window.',
    next: 'Install Chromium, Chrome or Edge, or choose .xlsx or .html.',
  },
  'register.not-found': {
    found: 'The file is no issuer register.',
    why: 'Nothing can be registered from a file of another kind.',
    next: 'Choose a JSON file whose kind is tekizai-issuer-register.',
  },
  'sample.not-empty': {
    found: 'Data is already held, so the sample city was not opened.',
    why: 'The sample must not mix with your own data.',
    next: 'To try the sample, use another folder with --data.',
  },
  'sample.own-data': {
    found: 'Data besides the sample city is held, so the sample alone cannot be taken away.',
    why: 'Your own roster or badges would go with it.',
    next: 'Undo your own imports, or use another folder with --data.',
  },
  'roster.not-imported': {
    found: 'There is no staff roster yet.',
    why: 'Without it nothing can be counted by division.',
    next: 'Import a staff roster first.',
  },
}
