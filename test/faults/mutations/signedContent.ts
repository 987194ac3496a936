import { presentedToken } from '../../../electron/reader/jws/presentedToken'
import { asList, isArray, isObject, type JsonObject, type JsonValue } from '../../../shared/model/json'

/**
 * A document in the one form in which two are the same to a signature over their RDF: lists without order, repetition and singleness, nothing that is empty,
 * values as text, language tags in small letters, without addresses of contexts. Names are left as they are: another spelling of a name is another document.
 */
function told(value: JsonValue): string {
  if (isArray(value)) {
    // Beside an object its id alone adds nothing.
    const ids = value.filter(isObject).map(({ id }) => id)
    const items = [...new Set(value.filter((item) => typeof item !== 'string' || !ids.includes(item)).map(told))].filter((item) => item !== '').sort()
    return items.length > 1 ? `[${items.join(',')}]` : (items[0] ?? '')
  }
  if (!isObject(value)) return value === null ? '' : JSON.stringify(String(value))
  const members = Object.entries(value)
    .filter(([name, member]) => name !== '@context' || !asList(member).every((one) => typeof one === 'string'))
    .map(([name, member]) => [name, name === '@language' ? told(member).toLowerCase() : told(member)] as const)
  // A reference may be the id alone or an object with nothing else.
  if (members.length === 1 && members[0]![0] === 'id') return members[0]![1]
  const kept = members.filter(([, text]) => text !== '').sort(([one], [other]) => (one < other ? -1 : 1))
  return `{${kept.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`
}

/** The document a text is; none where it is a token. */
function documentsOf(text: string): readonly JsonObject[] {
  const value: JsonValue = text.startsWith('{') ? JSON.parse(text) : null
  return isObject(value) ? [value] : []
}

/**
 * Is the token the original, or a part of what it shows? A holder may leave out disclosures and the key binding, and show the others in any order; a key binding
 * is about exactly the disclosures before it.
 */
function showsPartOf(original: string, text: string): boolean {
  const [whole, part] = [presentedToken(original), presentedToken(text)]
  const isOnce = new Set(part.disclosures).size === part.disclosures.length
  const isBound = part.keyBinding === null || (part.keyBinding === whole.keyBinding && part.bound === whole.bound)
  return part.jws === whole.jws && isOnce && isBound && part.disclosures.every((disclosure) => whole.disclosures.includes(disclosure))
}

/**
 * Does this text say what one of the originals says, under one of its proofs? Tokens are compared letter by letter, except that disclosures may be left out or
 * come in another order.
 *
 * Contexts are no statements: to a signature over statements it is the same whether one that gives no name a meaning is left out or named twice. None may
 * be named that the original does not name.
 *
 * @returns A function of the text of a credential that was accepted.
 */
export function signedContentIn(originals: readonly string[]): (text: string) => boolean {
  const partsOf = ({ '@context': contexts, proof, ...content }: JsonObject) => ({
    content: told(content),
    contexts: asList(contexts).map((context) => JSON.stringify(context)),
    proofs: asList(proof).map(told),
  })
  const known = originals.flatMap(documentsOf).map(partsOf)
  const tokens = originals.filter((original) => !original.startsWith('{'))
  return (text) => {
    const [document] = documentsOf(text.replace(/^\ufeff/, '').trim())
    if (!document) return tokens.some((original) => showsPartOf(original, text))
    const { content, contexts, proofs } = partsOf(document)
    return known.some(
      (original) =>
        original.content === content &&
        contexts.every((context) => original.contexts.includes(context)) &&
        original.proofs.every((proof) => proofs.includes(proof)),
    )
  }
}
