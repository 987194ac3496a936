import { z } from 'zod'
import { boundValues } from '../model/skill'
import { call } from './call'
import { axes, count, day, grade, level, nothing, page, problem, reason, scope, staffNumber } from './parts'

export const heldSkill = z.strictObject({
  skill: z.string(),
  level,
  credentialId: count,
  /** The credential's own id, as written in it. */
  credentialUri: z.string().nullable(),
  achievementName: z.string().nullable(),
  grade,
  validFrom: day.nullable(),
  /** The last day it is held: by its own end, and by the version that follows it. */
  validUntil: day.nullable(),
  /** The last day on which it, or versions that follow it, give the person the skill at this level; null where no end is in sight. */
  skillUntil: day.nullable(),
  /** Whether it counts on the scope's day and grades. */
  counts: z.boolean(),
  /** Another document claims the same issuer and id: see `credential.contested-id`. */
  contested: z.boolean(),
  /** It names a list of revoked badges, and no proven one is stored: it counts all the same, and says so. */
  statusUnknown: z.boolean(),
})
export type HeldSkill = z.infer<typeof heldSkill>

export const personRow = z.strictObject({
  staffNumber,
  name: z.string(),
  kana: z.string().nullable(),
  divisionCode: z.string(),
  division: z.string(),
  post: z.string().nullable(),
  concurrent: z.boolean(),
  leave: z.enum(['none', 'leave', 'childcare']),
  skills: z.array(heldSkill),
})
export type PersonRow = z.infer<typeof personRow>

export const badgeRow = z.strictObject({
  credentialId: count,
  achievementName: z.string().nullable(),
  issuerName: z.string().nullable(),
  claimedIssuerName: z.string().nullable(),
  grade,
  axes,
  counts: z.boolean(),
  /** Another document claims the same issuer and id: see `credential.contested-id`. */
  contested: z.boolean(),
  validFrom: day.nullable(),
  /** The last day it is held: by its own end, and by the version that follows it. */
  validUntil: day.nullable(),
  skills: z.array(z.strictObject({ skill: z.string(), level })),
})
export type BadgeRow = z.infer<typeof badgeRow>

/** What somebody said in favour of a badge, of what it stands for, or of its issuer, judged by itself. It never changes the badge's own grade. */
export const endorsement = z.strictObject({
  about: z.enum(['credential', 'achievement', 'issuer']),
  endorserId: z.string().nullable(),
  /** The endorser's name in our register; null where it is not shown to be that endorser. */
  endorserName: z.string().nullable(),
  claimedName: z.string().nullable(),
  comment: z.string().nullable(),
  /** Where it stands, if the badge names nothing but that. */
  address: z.string().nullable(),
  grade,
  problems: z.array(problem),
})
export type Endorsement = z.infer<typeof endorsement>

/** What a badge that does not count says an achievement is called. */
export const achievementClaim = z.strictObject({
  achievementName: z.string(),
  issuerId: z.string().nullable(),
  claimedIssuerName: z.string().nullable(),
  grade,
})
export type AchievementClaim = z.infer<typeof achievementClaim>

/** An achievement as one issuer gives it. Another issuer's of the same id is another achievement. */
export const achievementRow = z.strictObject({
  achievementId: z.string(),
  issuerId: z.string().nullable(),
  /** The issuer's name in our register. */
  issuerName: z.string().nullable(),
  /** As the issuer's newest badge that counts has it; null where none counts. */
  achievementName: z.string().nullable(),
  /** What badges that do not count call it, where that is something else. */
  claims: z.array(achievementClaim),
  badges: count,
})
export type AchievementRow = z.infer<typeof achievementRow>

export const peopleCalls = {
  /** The people behind a number: with `skill`, its total equals the holders of the same scope, division and skill. Sorted by kana. */
  'people.list': call(
    'engine',
    { reads: ['roster', 'badges', 'skills'] },
    z.strictObject({
      scope,
      skill: z.string().max(400).nullable(),
      divisionCode: z.string().max(200).nullable(),
      /** Part of a name, kana, former name or staff number. */
      text: z.string().max(100).nullable(),
      /**
       * `counting`: holders. `apart`: those who hold only badges that do not count. `onLeave`, `leavers`: those whom the scope leaves out because they are on
       * leave or have gone by its day; these two take no skill.
       */
      which: z.enum(['counting', 'apart', 'onLeave', 'leavers']),
      ...page.shape,
    }),
    z.strictObject({
      total: count,
      /** How many of `total` are on leave on the day. */
      onLeave: count,
      people: z.array(personRow),
    }),
  ),
  'people.read': call(
    'engine',
    { reads: ['roster', 'badges', 'skills', 'register'] },
    z.strictObject({ staffNumber, on: day, withLeavers: scope.shape.withLeavers }),
    z.strictObject({
      staffNumber,
      name: z.string(),
      kana: z.string().nullable(),
      formerName: z.string().nullable(),
      emails: z.array(z.string()),
      hiredOn: day.nullable(),
      termEndsOn: day.nullable(),
      assignments: z.array(
        z.strictObject({
          divisionCode: z.string(),
          division: z.string(),
          post: z.string().nullable(),
          concurrent: z.boolean(),
          leave: z.enum(['none', 'leave', 'childcare']),
          startsOn: day,
          endsOn: day.nullable(),
          current: z.boolean(),
        }),
      ),
      badges: z.array(badgeRow),
      skills: z.array(heldSkill),
      /** Skills for which this person is the only holder in a 課 of theirs, or in the whole city. */
      soleHolderOf: z.array(z.strictObject({ skill: z.string(), divisionCode: z.string().nullable(), division: z.string() })),
    }),
  ),
  /** Credentials whose recipient is no person we hold. */
  'people.unmatched': call(
    'engine',
    { reads: ['badges', 'skills'] },
    z.strictObject({ ...page.shape }),
    z.strictObject({ total: count, badges: z.array(z.strictObject({ ...badgeRow.shape, source: z.string(), recipient: z.string().nullable() })) }),
  ),
  /** A damaged original is named as such where it is met. */
  'badge.read': call(
    'engine',
    { reads: ['roster', 'badges', 'skills', 'documents', 'register'], changes: ['health'], audit: [] },
    z.strictObject({ credentialId: count }),
    z.strictObject({
      ...badgeRow.shape,
      standard: z.string(),
      container: z.string(),
      proof: z.string().nullable(),
      id: z.string().nullable(),
      issuerId: z.string().nullable(),
      achievementId: z.string().nullable(),
      description: z.string().nullable(),
      criteria: z.string().nullable(),
      recipientName: z.string().nullable(),
      evidence: z.array(z.strictObject({ name: z.string().nullable(), description: z.string().nullable(), url: z.string().nullable() })),
      staffNumber: staffNumber.nullable(),
      personName: z.string().nullable(),
      personKana: z.string().nullable(),
      source: z.string(),
      sha256: z.string(),
      contextDigest: z.string(),
      verifiedAt: z.string(),
      /** For each axis what was looked at: `[kind, literal]` pairs. */
      seen: z.strictObject({
        integrity: z.array(z.tuple([z.string(), z.string()])),
        issuer: z.array(z.tuple([z.string(), z.string()])),
        time: z.array(z.tuple([z.string(), z.string()])),
        status: z.array(z.tuple([z.string(), z.string()])),
        schema: z.array(z.tuple([z.string(), z.string()])),
        recipient: z.array(z.tuple([z.string(), z.string()])),
      }),
      problems: z.array(problem),
      /** The exact text that was verified; cut at 200,000 characters. */
      rawText: z.string(),
      /** `why` is the reason of a verdict; null of what is none, and where it was not kept. */
      history: z.array(z.strictObject({ at: z.string(), grade, what: z.enum(['imported', 'verified-again', 'matched', 'replaced']), why: reason.nullable() })),
      /** The version that takes its place, if there is one … */
      replacedBy: count.nullable(),
      /** … and from which day on; null where it leaves this one no day. */
      replacedFrom: day.nullable(),
      /** Other documents that claim the same issuer and id, of which neither is a proven newer version of the other; ten at most. */
      rivals: z.array(count),
      endorsements: z.array(endorsement),
    }),
  ),
  /** Asks where to, then writes the original file, byte for byte. Null when the person thought better of it. */
  'badge.saveOriginal': call('shell', { reads: ['badges'] }, z.strictObject({ credentialId: count }), z.strictObject({ path: z.string().nullable() })),
  /** The original file, byte for byte. Only the shell calls it. */
  'badge.original': call(
    'engine',
    { shellOnly: true, reads: ['badges'], audit: ['original.save'] },
    z.strictObject({ credentialId: count }),
    z.strictObject({ fileName: z.string(), bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) }),
  ),
  'skills.read': call(
    'engine',
    { reads: ['roster', 'skills', 'badges', 'register'] },
    nothing,
    z.strictObject({
      skills: z.array(z.strictObject({ path: z.string(), achievements: count })),
      /** `bound` says why a mapping belongs to its issuer; null with `issuerId` null where it waits for a badge that counts. */
      mappings: z.array(z.strictObject({ ...achievementRow.shape, skill: z.string(), level, bound: z.enum(boundValues).nullable() })),
      /** Issuers a mapped achievement does not belong to, though their badges of it count but for that. `badges` are those. */
      otherIssuers: z.array(achievementRow),
      unmapped: z.array(achievementRow),
    }),
  ),
  /** Proposals from alignment, tags and names for achievements without a mapping; nothing is written. */
  'skills.propose': call(
    'engine',
    { reads: ['roster', 'skills', 'badges', 'register'] },
    nothing,
    z.strictObject({
      proposals: z.array(
        z.strictObject({
          ...achievementRow.shape,
          skill: z.string(),
          level,
          reason: z.enum(['alignment', 'tag', 'name']),
        }),
      ),
      otherIssuers: z.array(achievementRow),
    }),
  ),
  'skills.accept': call(
    'engine',
    { changes: ['skills'], audit: ['skills.map'] },
    z.strictObject({
      mappings: z.array(z.strictObject({ achievementId: z.string(), issuerId: z.string().nullable().optional(), skill: z.string(), level })).max(10000),
    }),
    z.strictObject({ accepted: count }),
  ),
  /** Decides to which issuer an achievement's mappings belong. `beside`: its badges count as well as those of the issuers they belong to. */
  'skills.bind': call(
    'engine',
    { changes: ['skills'], audit: ['skills.bind'] },
    z.strictObject({ achievementId: z.string().min(1).max(4096), issuerId: z.string().min(1).max(4096), beside: z.boolean() }),
    nothing,
  ),
  'skills.import': call(
    'engine',
    { changes: ['skills'], audit: ['skills.map'] },
    z.strictObject({ path: z.string().min(1).max(4096) }),
    z.strictObject({ mappings: count, skills: count, waiting: count, otherIssuers: count }),
  ),
}
