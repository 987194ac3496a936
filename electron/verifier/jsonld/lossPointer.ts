import type { JsonObject } from '../../../shared/model/json'
import { type Member, members, without } from './pointer'

/** The event of safe mode: a code, and the name or value that was dropped. */
export interface LossEvent {
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>
}

export interface Loss {
  readonly at: string
  readonly detail?: string
}

const carries = (value: Member['value'], text: string): boolean => value === text || (Array.isArray(value) && value.includes(text))

/** The members an event may be about: by name where a name was dropped, by value where a value was. */
function suspects(document: JsonObject, { details }: LossEvent): { readonly found: readonly Member[]; readonly named: string | null } {
  const all = [...members(document)].filter(({ name }) => name !== '@context')
  const { property, type, id, object, language } = details
  if (typeof property === 'string') return { found: all.filter(({ name }) => name === property), named: property }
  const dropped = [type, id, object, language].find((value) => typeof value === 'string')
  if (typeof dropped !== 'string') return { found: [], named: null }
  return { found: all.filter(({ name, value }) => carries(value, dropped) || name === dropped), named: dropped }
}

/** With more members of one name than this the first is named. */
const most = 24

/**
 * The pointer of the member that no signature can cover. jsonld reports only its name or value; where several members share it, each is tried alone.
 *
 * @param loses Does this document lose data?
 * @returns The pointer of the member, or of the whole document where it cannot be found.
 */
export async function lossPointer(document: JsonObject, event: LossEvent, loses: (candidate: JsonObject) => Promise<boolean>): Promise<Loss> {
  const { found, named } = suspects(document, event)
  const detail = named === null ? {} : { detail: named }
  const [first] = found
  if (!first) return { at: '', ...detail }
  if (found.length > 1 && found.length <= most) {
    for (const one of found) {
      const others = new Set(found.filter((member) => member !== one).map(({ at }) => at))
      if (await loses(without(document, others))) return { at: one.at, ...detail }
    }
  }
  return { at: first.at, ...detail }
}
