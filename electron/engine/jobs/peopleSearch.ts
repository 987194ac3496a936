import type { RecipientIdentity } from '../../../shared/model/credential'
import { type Result, success } from '../../../shared/model/problem'
import { lookedUp } from '../../../shared/model/recipientLimits'
import { type Intake, openIntake, type Wanted } from '../../intake'
import type { RecipientIndex } from '../../roster'
import { readEdition, rememberMissed } from '../../store'
import type { Engine } from '../handler'
import { heed, seekingOf } from '../matching'

/** Looks for the owners of hashes in threads of their own: none is ever computed where calls are answered. */
export interface PeopleSearch {
  /** The edition of the address book that is searched. */
  readonly edition: number
  /**
   * Makes known in the index whose the hashed recipients of these credentials are, and remembers those that are nobody's.
   *
   * @returns how many of the credentials are settled, from the first: all of them unless the search was stopped.
   */
  settle(wanted: readonly Wanted[], index: RecipientIndex): Promise<Result<number>>
  close(): void
}

const hasHash = (recipients: readonly RecipientIdentity[]): boolean => lookedUp(recipients).some(({ kind }) => kind === 'hash')

/** A search among the people of now; no thread is started before there is a hash to try. */
export function openSearch(engine: Engine, signal: AbortSignal): PeopleSearch {
  const { db, workerFile } = engine
  const edition = readEdition(db)
  let intake: Intake | null = null
  let seek: ReturnType<Intake['seeker']> | null = null
  return {
    edition,
    settle: async (wanted, index) => {
      const places = [...wanted.keys()].filter((place) => hasHash(wanted[place]!.recipients))
      if (places.length === 0) return success(wanted.length)
      intake ??= openIntake({ workerFile, signal })
      seek ??= intake.seeker(seekingOf(db))
      const questions: string[] = []
      let answered = 0
      for await (const answers of seek(places.map((place) => wanted[place]!)))
        for (const answer of answers) {
          if (!answer.ok) return answer
          heed(index, answer.value)
          for (const { question, owners } of answer.value) if (owners.length === 0) questions.push(question)
          answered += 1
        }
      const remembered = rememberMissed(db, { questions, edition })
      return remembered.ok ? success(places[answered] ?? wanted.length) : remembered
    },
    close: () => intake?.close(),
  }
}
