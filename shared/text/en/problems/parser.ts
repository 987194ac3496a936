import type { ParserProblemCode } from '../../../model/problems/parser'
import type { Explanation } from '../../explanation'

export const parser: Record<ParserProblemCode, Explanation> = {
  'document.not-an-object': {
    found: 'The content does not have the form of a badge document.',
    why: 'It is only a text or a number, not a set of members.',
    next: 'Obtain the original file from the sender again.',
  },
  'document.unknown-kind': {
    found: 'The file is readable JSON, but neither a badge nor a document that belongs to one.',
    why: 'It follows none of the standards this program knows.',
    next: 'If you received it as a badge, ask the sender which standard it follows.',
  },
  'document.empty-member': {
    found: 'A member holds an empty list.',
    why: 'No signature covers it, so it may have been added later without a trace.',
    next: 'It does not change the verdict; ask the issuer if in doubt.',
  },
  'document.null-member': {
    found: 'A member holds no value (null).',
    why: 'No signature covers it, so it may have been added later without a trace.',
    next: 'It does not change the verdict; ask the issuer if in doubt.',
  },
  'document.ambiguous': {
    found: 'Two places of the file contradict each other.',
    why: 'Programs differ in which of the two they read, so neither of them counts as proven.',
    next: 'Ask the issuer to issue a correct badge.',
  },
  'credential.no-recipient': {
    found: 'No recipient is named.',
    why: 'The badge alone does not tell whose it is.',
    next: 'Choose the person in the list of unmatched badges.',
  },
  'credential.no-achievement': {
    found: 'It does not say what was achieved.',
    why: 'There is nothing that could be mapped to a skill.',
    next: 'Ask the issuer for a badge that says so.',
  },
  'credential.no-issuer': {
    found: 'No issuer is named.',
    why: 'Without knowing who vouches for it, the badge cannot be verified.',
    next: 'Find out who issued it and obtain a badge that names its issuer.',
  },
  'credential.no-id': {
    found: 'The badge has no id.',
    why: 'A newer version cannot replace it, and duplicates cannot be found.',
    next: 'It can be used; when a newer one arrives, withdraw the old one by hand.',
  },
  'credential.bad-date': {
    found: 'A value cannot be read as a date.',
    why: 'It cannot be told when the badge is valid.',
    next: 'Ask the issuer for a badge with correct dates.',
  },
  'credential.reversed-dates': {
    found: 'The badge ends before it begins.',
    why: 'It is valid on no day, which is probably a mistake in the dates.',
    next: 'Ask the issuer about the dates.',
  },
  'credential.date-without-zone': {
    found: 'A date names no time zone.',
    why: 'Depending on the country it was meant for, it may be off by half a day.',
    next: 'Ask the issuer only when a decision falls right around that day.',
  },
  'credential.superseded-standard': {
    found: 'The badge follows an old standard (Open Badges 1).',
    why: 'Most such badges only give the address where they are published, so they cannot be proven here.',
    next: 'Ask the issuer whether it can be issued again under the current standard (3.0).',
  },
  'jwt.syntax': {
    found: 'The content of the signed token (JWT) cannot be read.',
    why: 'Its header or its body is damaged.',
    next: 'Obtain the original file from the sender again.',
  },
  'register.shape': {
    found: 'The issuer register file is not written correctly.',
    why: 'Trust depends on the register, so a file with one doubtful entry is refused as a whole.',
    next: 'Correct the place shown, or ask whoever exported the register to do it again.',
  },
  'evidence.shape': {
    found: 'The result file of the courier inquiry is not written correctly.',
    why: 'It cannot be checked what was fetched from where and when.',
    next: 'Run the inquiry again and add its new result file.',
  },
  'evidence.no-name': {
    found: 'Nobody is named who confirms the evidence.',
    why: 'Evidence without an inquiry counts only if a person confirms it by name.',
    next: 'Give the name of the person who confirmed it.',
  },
  'support.no-id': {
    found: 'A supporting document does not name its own id.',
    why: 'It cannot be found for the badges that need it.',
    next: 'Obtain the document with its id from the issuer.',
  },
  'envelope.no-credential': {
    found: 'The envelope (CLR or presentation) holds no badge.',
    why: 'It is a document for carrying badges together, but nothing is in it.',
    next: 'Ask the sender to export it again with the badges in it.',
  },
  'envelope.too-many': {
    found: 'One file holds too many documents.',
    why: 'More than 10,000 may have been made to bring a computer to a halt, so they were not opened.',
    next: 'Ask the sender to divide them among several files.',
  },
}
