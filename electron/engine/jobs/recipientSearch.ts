import type { RecipientIdentity } from '../../../shared/model/credential'
import { type Result, success } from '../../../shared/model/problem'
import { lookedUp } from '../../../shared/model/recipientLimits'
import { type Intake, openIntake } from '../../intake'
import { type HashedRecipient, hashName, questionOf, type RecipientIndex } from '../../roster'
import { isMissed, readRevision, rememberMissed } from '../../store'
import type { Engine } from '../handler'
import { recordAnswers, seekingOf } from '../knowledge/matching'

/** The recipients of a stored credential, with its current match. */
export interface StoredRecipients {
  readonly credentialId: number
  readonly recipients: readonly RecipientIdentity[]
  /** 職員番号 of the person it is matched to; null where it is unmatched. */
  readonly holder: string | null
  readonly inConflict: boolean
}

/** Searches the people of hashed recipients in worker threads: no hash is computed in the thread that answers calls. */
export interface RecipientSearch {
  /** The revision of the address book that is searched. */
  readonly revision: number
  /**
   * Records in the index to whom the hashed recipients of these credentials belong, and stores hashes without a match. A badge that is matched without conflict
   * stays matched; a hash without a match in this revision is not tried again.
   *
   * @returns how many of the credentials are finished, from the first: all of them unless the search was stopped.
   */
  settle(stored: readonly StoredRecipients[], index: RecipientIndex): Promise<Result<number>>
  close(): void
}

const hashesOf = (recipients: readonly RecipientIdentity[]): readonly HashedRecipient[] => lookedUp(recipients).filter((recipient) => recipient.kind === 'hash')

/** Opens a search among the people stored now. No thread is started before there is a hash to try. */
export function openRecipientSearch(engine: Engine, signal: AbortSignal): RecipientSearch {
  const { db, workerFile } = engine
  const revision = readRevision(db)
  let intake: Intake | null = null
  let seek: ReturnType<Intake['seeker']> | null = null
  const isOpen = ({ recipients, holder, inConflict }: StoredRecipients): boolean =>
    (holder === null || inConflict) && hashesOf(recipients).some((hashed) => inConflict || !isMissed(db, { question: questionOf(hashed), revision }))
  return {
    revision,
    settle: async (stored, index) => {
      for (const { recipients, holder } of stored) if (holder !== null) for (const hashed of hashesOf(recipients)) index.answers.set(hashName(hashed), [holder])
      const places = [...stored.keys()].filter((place) => isOpen(stored[place]!))
      if (places.length === 0) return success(stored.length)
      intake ??= openIntake({ workerFile, signal })
      seek ??= intake.seeker(seekingOf(db))
      const missed: { readonly credentialId: number; readonly questions: readonly string[] }[] = []
      let answered = 0
      const wanted = places.map((place) => ({ source: '', claimedName: null, recipients: stored[place]!.recipients, isProven: true }))
      for await (const answers of seek(wanted))
        for (const answer of answers) {
          if (!answer.ok) return answer
          recordAnswers(index, answer.value)
          const questions = answer.value.flatMap(({ question, owners }) => (owners.length === 0 ? [question] : []))
          missed.push({ credentialId: stored[places[answered]!]!.credentialId, questions })
          answered += 1
        }
      const remembered = rememberMissed(db, { missed, revision })
      return remembered.ok ? success(places[answered] ?? stored.length) : remembered
    },
    close: () => intake?.close(),
  }
}
