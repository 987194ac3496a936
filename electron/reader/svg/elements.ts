import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes'
import { failure, type Result, success } from '../../../shared/model/problem'

/** A badge element in a picture: its `verify` attribute and everything written directly inside it. */
export interface BadgeElement {
  readonly namespace: string
  readonly verify: string | null
  readonly body: string
}

export interface SvgReading {
  readonly elements: readonly BadgeElement[]
  readonly doctype: boolean
}

interface Open {
  readonly namespaces: ReadonlyMap<string, string>
  readonly badge: { readonly namespace: string; readonly verify: string | null; body: string } | null
}

/**
 * All elements of the given names in an SVG. Names are matched by namespace, whatever the prefix.
 *
 * A DOCTYPE is noted and never resolved: an entity it declares stands for nothing, so nothing can grow.
 *
 * @param wanted Namespace → local name.
 * @returns `svg.syntax` where the file is no well-formed XML.
 * @source XML 1.0, Namespaces in XML 1.0, section 3
 */
export function readElements(text: string, wanted: ReadonlyMap<string, string>): Result<SvgReading> {
  const parser = new SaxesParser({ xmlns: false })
  const elements: BadgeElement[] = []
  const stack: Open[] = []
  let doctype = false
  let broken = false
  parser.on('error', () => {
    broken = true
  })
  parser.on('doctype', (declaration) => {
    doctype = true
    for (const [, name = ''] of declaration.matchAll(/<!ENTITY\s+([^\s%]+)\s/g)) parser.ENTITIES[name] = ''
  })
  parser.on('opentag', (tag) => {
    const namespaces = declare(stack.at(-1)?.namespaces ?? new Map(), tag.attributes)
    const namespace = namespaces.get(prefixOf(tag)) ?? ''
    const isBadge = wanted.get(namespace) === tag.name.slice(tag.name.indexOf(':') + 1)
    stack.push({ namespaces, badge: isBadge ? { namespace, verify: tag.attributes.verify ?? null, body: '' } : null })
  })
  const collect = (content: string) => {
    const badge = stack.at(-1)?.badge
    if (badge) badge.body += content
  }
  parser.on('text', collect)
  parser.on('cdata', collect)
  parser.on('closetag', () => {
    const badge = stack.pop()?.badge
    if (badge) elements.push(badge)
  })
  parser.write(text.replace(/^\ufeff/, '')).close()
  return broken ? failure({ code: 'svg.syntax' }) : success({ elements, doctype })
}

const prefixOf = (tag: SaxesTagPlain): string => (tag.name.includes(':') ? tag.name.slice(0, tag.name.indexOf(':')) : '')

/** The namespaces in scope with those this tag declares; the same map where it declares none. */
function declare(inherited: ReadonlyMap<string, string>, attributes: Readonly<Record<string, SaxesAttributePlain['value']>>): ReadonlyMap<string, string> {
  const declared = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'))
  return declared.length === 0 ? inherited : new Map([...inherited, ...declared.map(([name, uri]) => [name === 'xmlns' ? '' : name.slice(6), uri] as const)])
}
