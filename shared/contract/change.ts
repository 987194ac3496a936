/** What the stored data can say, by kind. A call names the facts its answer depends on and those it changes; what is asked again follows from that. */
export const facts = [
  /** Language, name of the city, whether the sample city is held. */
  'settings',
  /** People, divisions and assignments. */
  'roster',
  /** Registered issuers and their keys. */
  'register',
  /** Skills and the mappings of achievements to them. */
  'skills',
  /** 必要な力. */
  'requirements',
  /** Imports, their states, lines and sums. */
  'imports',
  /** Credentials, their originals, verdicts and people. */
  'badges',
  /** Supporting documents, and evidence that was accepted by name. */
  'documents',
  /** Lists of addresses that were written for the courier. */
  'courierLists',
  /** Credentials still to be verified again or rematched, and the work on them. */
  'work',
  /** The undo that has begun and not ended. */
  'undo',
  /** Damage found in the stored data, and the fast way of verifying put out of use. */
  'health',
] as const
export type Fact = (typeof facts)[number]

/** Facts of which a part is kept in the working process alone: they can change although nothing is written. */
export const factsInMemory: readonly Fact[] = ['work', 'undo']

/** The actions the audit log knows. */
export const auditActions = [
  'import.start',
  'import.finish',
  'import.state',
  'import.undo',
  'roster.apply',
  'person.assign',
  'register.save',
  'credential.verify-again',
  'skills.map',
  'skills.bind',
  'requirement.save',
  'requirement.remove',
  'setting.save',
  'report.write',
  'courier.issue',
  'courier.accept',
  'sample.open',
  'sample.remove',
  'original.save',
  'verifier.difference',
  'database.fault',
  'database.mend',
] as const
export type AuditAction = (typeof auditActions)[number]

/** What work changes, and the actions it may write into the audit log. */
export interface Changes {
  readonly changes: readonly Fact[]
  readonly audit: readonly AuditAction[]
}

/** Actions of work that verifies credentials again and rematches them. */
export const reverifies = ['credential.verify-again', 'person.assign', 'verifier.difference'] as const

/** Work that goes on after its call was answered, or that no call began. It tells of its changes when it has ended. */
export const jobs = {
  import: {
    changes: ['imports', 'badges', 'documents', 'skills', 'work', 'undo', 'health'],
    audit: ['import.finish', 'import.state', 'import.undo', ...reverifies],
  },
  undo: { changes: ['imports', 'badges', 'documents', 'skills', 'work', 'undo', 'health'], audit: ['import.undo', ...reverifies] },
  /** The check of the whole database. */
  check: { changes: ['health', 'badges', 'skills', 'work'], audit: ['database.fault', 'database.mend', ...reverifies] },
  /** A difference between the two ways of verifying. */
  difference: { changes: ['health'], audit: ['verifier.difference'] },
  /** Whatever another program does with the same data folder. */
  otherProgram: { changes: facts, audit: [] },
} as const satisfies Readonly<Record<string, Changes>>
export type JobName = keyof typeof jobs
