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
  /** 職員番号 to try first: those of the name that is claimed, then those of the divisions the same folder has led to, the newest first. */
  whomFirst(meeting: Meeting): readonly string[]
  /** Remembers where a search has led. */
  ledTo(meeting: Meeting, staffNumber: string): void
}

/** A bundle of the whole city leads everywhere: then only the newest divisions are tried first. */
const divisionsTried = 4

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

/** A trail that has not led anywhere yet. */
export function beginTrail(people: readonly Whereabouts[]): Trail {
  const byName = grouped(people, ({ name, formerName }) => [name, formerName ?? ''].filter((text) => text !== '').map(plainName))
  const byDivision = grouped(people, ({ divisionCodes }) => divisionCodes)
  const divisionsOf = new Map(people.map(({ staffNumber, divisionCodes }) => [staffNumber, divisionCodes]))
  const newest = new Map<string, readonly string[]>()
  return {
    whomFirst: ({ folder, name }) => {
      const called = name === null ? [] : (byName.get(plainName(name)) ?? [])
      return [...called, ...(newest.get(folder) ?? []).flatMap((code) => byDivision.get(code) ?? [])]
    },
    ledTo: ({ folder }, staffNumber) => {
      const before = newest.get(folder) ?? []
      const codes = divisionsOf.get(staffNumber) ?? []
      if (codes.every((code) => before.slice(0, codes.length).includes(code))) return
      newest.set(folder, [...new Set([...codes, ...before])].slice(0, divisionsTried))
    },
  }
}
