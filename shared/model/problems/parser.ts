/** What can be wrong with the shape of a document once its text is read. */
export const parserProblemCodes = [
  'document.not-an-object',
  'document.unknown-kind',
  'document.empty-member',
  'document.null-member',
  'document.ambiguous',
  'credential.no-recipient',
  'credential.no-achievement',
  'credential.no-issuer',
  'credential.no-id',
  'credential.bad-date',
  'credential.reversed-dates',
  'credential.date-without-zone',
  'credential.superseded-standard',
  'jwt.syntax',
  'register.shape',
  'evidence.shape',
  'evidence.no-name',
  'support.no-id',
  'envelope.no-credential',
  'envelope.too-many',
] as const

export type ParserProblemCode = (typeof parserProblemCodes)[number]
