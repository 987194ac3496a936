import type { RecipientIdentity } from '../../../shared/model/credential'
import { type Result, success } from '../../../shared/model/problem'
import { lookedUp } from '../../../shared/model/recipientLimits'
import { type Intake, openIntake } from '../../intake'
import { type HashedRecipient, hashName, questionOf, type RecipientIndex } from '../../roster'
import { isMissed, readEdition, rememberMissed } from '../../store'
import type { Engine } from '../handler'
import { recordAnswers, seekingOf } from '../knowledge/matching'

/** A credential that is held, as far as a search needs it. */
export interface HeldRecipients {
  readonly credentialId: number
  readonly recipients: readonly RecipientIdentity[]
  /** Whose it is, by 職員番号. */
  readonly holder: string | null
  readonly inConflict: boolean
}

/** Looks for the owners of hashes in threads of their own: none is ever computed where calls are answered. */
export interface PeopleSearch {
  /** The edition of the address book that is searched. */
  readonly edition: number
  /**
   * Records in the index whose the hashed recipients of these credentials are, and remembers hashes without a match. A badge that is matched without conflict
   * stays matched; a hash without a match in this edition is not tried again.
   *
   * @returns how many of the credentials are settled, from the first: all of them unless the search was stopped.
   */
  settle(held: readonly HeldRecipients[], index: RecipientIndex): Promise<Result<number>>
  close(): void
}

const hashesOf = (recipients: readonly RecipientIdentity[]): readonly HashedRecipient[] => lookedUp(recipients).filter((recipient) => recipient.kind === 'hash')

/** A search among the people of now; no thread is started before there is a hash to try. */
export function openSearch(engine: Engine, signal: AbortSignal): PeopleSearch {
  const { db, workerFile } = engine
  const edition = readEdition(db)
  let intake: Intake | null = null
  let seek: ReturnType<Intake['seeker']> | null = null
  const isOpen = ({ recipients, holder, inConflict }: HeldRecipients): boolean =>
    (holder === null || inConflict) && hashesOf(recipients).some((hashed) => inConflict || !isMissed(db, { question: questionOf(hashed), edition }))
  return {
    edition,
    settle: async (held, index) => {
      for (const { recipients, holder } of held) if (holder !== null) for (const hashed of hashesOf(recipients)) index.answers.set(hashName(hashed), [holder])
      const places = [...held.keys()].filter((place) => isOpen(held[place]!))
      if (places.length === 0) return success(held.length)
      intake ??= openIntake({ workerFile, signal })
      seek ??= intake.seeker(seekingOf(db))
      const missed: { readonly credentialId: number; readonly questions: readonly string[] }[] = []
      let answered = 0
      const wanted = places.map((place) => ({ source: '', claimedName: null, recipients: held[place]!.recipients, isProven: true }))
      for await (const answers of seek(wanted))
        for (const answer of answers) {
          if (!answer.ok) return answer
          recordAnswers(index, answer.value)
          const questions = answer.value.flatMap(({ question, owners }) => (owners.length === 0 ? [question] : []))
          missed.push({ credentialId: held[places[answered]!]!.credentialId, questions })
          answered += 1
        }
      const remembered = rememberMissed(db, { missed, edition })
      return remembered.ok ? success(places[answered] ?? held.length) : remembered
    },
    close: () => intake?.close(),
  }
}
