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
    next: 'Try again. If it happens again, tell your system administrator the code below.',
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
    found: 'The named path is not an ordinary file.',
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
    next: 'Run it again to continue.',
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
  'database.index-mended': {
    found: 'An index of the data was damaged and has been made anew.',
    why: 'With a damaged index, numbers and lists may miss something. Everything has been verified again from the original files since.',
    next: 'If you see this again, suspect the disk, and copy the data folder to another one.',
  },
  'audit.altered': {
    found: 'The audit log was altered or is incomplete.',
    why: 'Each entry of the log is chained to the one before it. From the entry with the number shown here, the chain is broken.',
    next: 'Compare the data folder with an earlier copy of it, and find out who had access to the folder.',
  },
  'original.damaged': {
    found: 'A stored original file is damaged.',
    why: 'It no longer has the digest it was imported with. No verdict is made from it; you see the verdict from before the damage.',
    next: 'Import the same file again to mend it. Where there is a copy of the data, check --from mends it from there.',
  },
  'import.not-found': { found: 'There is no such import.', why: 'This data holds no import with that number.', next: 'Choose one from the list of imports.' },
  'import.already-undone': { found: 'That import has already been undone.', why: 'An import cannot be undone twice.', next: 'Look at the list of imports.' },
  'import.already-done': {
    found: 'The import is finished already.',
    why: 'A finished import cannot be continued.',
    next: 'See its result in the list of imports.',
  },
  'import.changed': {
    found: 'The files to import are others than when the import stopped.',
    why: 'Going on with changed files would leave some out or count some twice.',
    next: 'Undo this import, then import again.',
  },
  'import.undoing': {
    found: 'An import is being undone.',
    why: 'Until that has ended, the numbers still contain some of that import, and no other import is started.',
    next: 'Wait until it has ended. Where it was stopped, undo that import again (import undo) to finish it.',
  },
  'import.running': {
    found: 'Another import is under way.',
    why: 'Importing and undoing are not done at the same time.',
    next: 'Try again when the import has ended.',
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
  'credential.contested-id': {
    found: 'Another badge has the same issuer and the same id, and neither is proven to be a newer version of the other.',
    why: 'A badge that is not proven to come from the same origin never replaces a proven one. Only what is proven counts.',
    next: 'Compare the two badges, then settle it by an inquiry at their addresses under Import, or ask the issuer.',
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
  'mapping.other-issuer': {
    found: 'The mapping of this badge belongs to another issuer.',
    why: 'A mapping belongs to an issuer and an achievement. Badges of other issuers that use the same achievement id are not counted until it is decided.',
    next: 'Decide under “Propose mappings” on the skill map whether badges of this issuer count as well.',
  },
  'mapping.not-found': {
    found: 'There is no mapping for this achievement id.',
    why: 'Without a mapping there is no issuer to decide on.',
    next: 'Check the achievement id, or register its mapping first.',
  },
  'skills.shape': {
    found: 'The mapping lacks a column.',
    why: 'Three columns are needed: achievementId, skill, level. The column issuerId is optional.',
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
  'register.would-replace': {
    found: 'The file would replace keys of an issuer that is registered already.',
    why: 'A registered key that is exchanged unnoticed would make forged badges count. Nothing was changed.',
    next: 'Ask the issuer first. Then confirm each key in the window, or add --replace on the command line.',
  },
  'register.changed': {
    found: 'The register file has changed since you reviewed it.',
    why: 'Only what was reviewed is registered.',
    next: 'Choose the file again and review what it changes.',
  },
  'register.unreadable-key': {
    found: 'A key cannot be read.',
    why: 'No badge can be verified by a key in a wrong form.',
    next: 'Compare it letter by letter with the key the issuer gave you.',
  },
  'register.period-reversed': {
    found: 'A key ends before it begins.',
    why: 'There is no day on which this key counts.',
    next: 'Ask the issuer for the period of the key.',
  },
  'register.shared-key': {
    found: 'Two or more issuers have the same key.',
    why: 'Whoever holds that key can sign in either name.',
    next: 'Ask the issuers whose key it is.',
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
