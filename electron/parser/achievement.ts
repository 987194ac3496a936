import type { Achievement, Alignment, ClaimedIssuer, EvidenceClaim } from '../../shared/model/credential'
import { asList, isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import { idOf, objectsOf, wordsOf } from './members'

export const noAchievement: Achievement = { id: null, name: null, description: null, criteria: null, tags: [], alignments: [] }

/**
 * A badge class (Open Badges 1 and 2) or an achievement (3), given whole or by its address.
 * @source Open Badges 2.0, BadgeClass; Open Badges 3.0, section B.1.1
 */
export function readAchievement(value: JsonValue | undefined): Achievement {
  if (!isObject(value)) return { ...noAchievement, id: textOf(value) }
  return {
    id: idOf(value),
    name: wordsOf(value.name) ?? wordsOf(value.title),
    description: wordsOf(value.description),
    criteria: isObject(value.criteria) ? (wordsOf(value.criteria.narrative) ?? idOf(value.criteria)) : textOf(value.criteria),
    tags: [...asList(value.tag), ...asList(value.tags)].filter((tag) => typeof tag === 'string'),
    alignments: [...objectsOf(value.alignment), ...objectsOf(value.alignments)].map(readAlignment),
  }
}

/** @source Open Badges 2.0, AlignmentObject (1.1 has `name` and `url`); Open Badges 3.0, section B.1.4 */
const readAlignment = (alignment: JsonObject): Alignment => ({
  name: wordsOf(alignment.targetName) ?? wordsOf(alignment.name),
  url: textOf(alignment.targetUrl) ?? textOf(alignment.url),
  framework: wordsOf(alignment.targetFramework) ?? wordsOf(alignment.framework),
  code: textOf(alignment.targetCode),
})

/** The issuer a document claims, given whole or by its address. */
export const readIssuer = (value: JsonValue | undefined): ClaimedIssuer =>
  isObject(value) ? { id: idOf(value), name: wordsOf(value.name), url: idOf(value.url) } : { id: textOf(value), name: null, url: null }

/** Evidence given as addresses, as objects, or both. */
export const readEvidenceClaims = (value: JsonValue | undefined): readonly EvidenceClaim[] =>
  asList(value).flatMap((item): readonly EvidenceClaim[] => {
    if (typeof item === 'string') return [{ name: null, description: null, url: item }]
    if (!isObject(item)) return []
    return [{ name: wordsOf(item.name), description: wordsOf(item.description) ?? wordsOf(item.narrative), url: idOf(item) }]
  })

/** How many endorsements these objects carry, embedded and as tokens. */
export const countEndorsements = (...holders: readonly (JsonValue | undefined)[]): number =>
  holders.filter((holder) => isObject(holder)).reduce((sum, holder) => sum + asList(holder.endorsement).length + asList(holder.endorsementJwt).length, 0)
