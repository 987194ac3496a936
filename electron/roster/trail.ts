/** What is known of a person before a hash is tried: where they work, and what they are called. */
export interface Whereabouts {
  readonly staffNumber: string
  readonly name: string
  readonly formerName: string | null
  readonly divisionCodes: readonly string[]
}

/** Where a hashed recipient was met. */
export interface Meeting {
  /** The folder of the bundle, or the bundle itself. */
  readonly folder: string
  /** The name the credential claims: it decides nothing, it only says whom to try first. */
  readonly name: string | null
}

/** In which order people are tried. It never changes what is found, only how soon. */
export interface Trail {
  /**
   * 職員番号 to try first: those of the name that is claimed, then those who stand behind the one the same folder has led to last, then those of the divisions
   * it has led to, the newest first. Somebody may come twice.
   */
  candidatesFor(meeting: Meeting): Iterable<string>
  /** Remembers where a search has led. */
  recordHit(meeting: Meeting, staffNumber: string): void
}

/** A bundle of the whole city leads everywhere: then only the newest divisions are tried first. */
const divisionsTried = 4

/** A course writes its badges in the order of a list, mostly that of the roster: not everybody on it has one. */
const nextTried = 12

/** Names for comparing: no blanks, half width. */
const plainName = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '')

const grouped = (people: readonly Whereabouts[], namesOf: (person: Whereabouts) => readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const table = new Map<string, string[]>()
  for (const person of people) {
    for (const name of namesOf(person)) {
      const known = table.get(name)
      if (known === undefined) table.set(name, [person.staffNumber])
      else known.push(person.staffNumber)
    }
  }
  return table
}

/**
 * A trail that has not led anywhere yet.
 *
 * @param people In the order of the roster.
 */
export function beginTrail(people: readonly Whereabouts[]): Trail {
  const byName = grouped(people, ({ name, formerName }) => [name, formerName ?? ''].filter((text) => text !== '').map(plainName))
  const byDivision = grouped(people, ({ divisionCodes }) => divisionCodes)
  const divisionsOf = new Map(people.map(({ staffNumber, divisionCodes }) => [staffNumber, divisionCodes]))
  const order = people.map(({ staffNumber }) => staffNumber)
  const placeOf = new Map(order.map((staffNumber, place) => [staffNumber, place]))
  const newest = new Map<string, readonly string[]>()
  const last = new Map<string, number>()
  return {
    *candidatesFor({ folder, name }) {
      if (name !== null) yield* byName.get(plainName(name)) ?? []
      const place = last.get(folder)
      if (place !== undefined) yield* order.slice(place + 1, place + 1 + nextTried)
      for (const code of newest.get(folder) ?? []) yield* byDivision.get(code) ?? []
    },
    recordHit: ({ folder }, staffNumber) => {
      const place = placeOf.get(staffNumber)
      if (place !== undefined) last.set(folder, place)
      const before = newest.get(folder) ?? []
      const codes = divisionsOf.get(staffNumber) ?? []
      if (codes.every((code) => before.slice(0, codes.length).includes(code))) return
      newest.set(folder, [...new Set([...codes, ...before])].slice(0, divisionsTried))
    },
  }
}
