import { failure, type Result, success } from '../../../shared/model/problem'
import { limits } from '../limits'
import { walk } from '../xml/walk'

/** A badge element in a picture: its `verify` attribute and the text directly inside it. */
export interface BadgeElement {
  readonly namespace: string
  readonly verify: string | null
  readonly body: string
}

export interface SvgReading {
  readonly elements: readonly BadgeElement[]
  readonly doctype: boolean
}

/** The namespaces one element declares, and those of the elements around it. */
interface Scope {
  readonly declared: ReadonlyMap<string, string>
  readonly outer: Scope | null
}

interface Open {
  readonly scope: Scope | null
  readonly badge: { readonly namespace: string; readonly verify: string | null; body: string } | null
}

/**
 * All elements with the given names in an SVG. Names are matched by namespace, whatever the prefix.
 *
 * A DOCTYPE is recorded and never resolved: its entities are empty, so nothing can grow.
 *
 * @param wanted Namespace → local name.
 * @returns `svg.syntax` where the file is no well-formed XML, or nests too deeply.
 * @source XML 1.0, Namespaces in XML 1.0, section 3
 */
export function readElements(text: string, wanted: ReadonlyMap<string, string>): Result<SvgReading> {
  const elements: BadgeElement[] = []
  const stack: Open[] = []
  let doctype = false
  const whole = walk(text, {
    doctype(declaration, { makeEmpty }) {
      doctype = true
      for (const [, name = ''] of declaration.matchAll(/<!ENTITY\s+([^\s%]+)\s/g)) makeEmpty(name)
    },
    open(name, attributes, { stop }) {
      if (stack.length >= limits.xmlDepth) stop()
      const scope = declare(stack.at(-1)?.scope ?? null, attributes)
      const namespace = namespaceOf(prefixOf(name), scope)
      const isBadge = wanted.get(namespace) === name.slice(name.indexOf(':') + 1)
      stack.push({ scope, badge: isBadge ? { namespace, verify: attributes.verify ?? null, body: '' } : null })
    },
    text(content) {
      const badge = stack.at(-1)?.badge
      if (badge) badge.body += content
    },
    close() {
      const badge = stack.pop()?.badge
      if (badge) elements.push(badge)
    },
  })
  return whole ? success({ elements, doctype }) : failure({ code: 'svg.syntax' })
}

const prefixOf = (name: string): string => (name.includes(':') ? name.slice(0, name.indexOf(':')) : '')

/** The scope inside this tag; the outer one where it declares nothing. */
function declare(outer: Scope | null, attributes: Readonly<Record<string, string>>): Scope | null {
  const declared = new Map<string, string>()
  for (const [name, uri] of Object.entries(attributes)) {
    if (name === 'xmlns') declared.set('', uri)
    else if (name.startsWith('xmlns:')) declared.set(name.slice('xmlns:'.length), uri)
  }
  return declared.size === 0 ? outer : { declared, outer }
}

function namespaceOf(prefix: string, innermost: Scope | null): string {
  for (let scope = innermost; scope; scope = scope.outer) {
    const uri = scope.declared.get(prefix)
    if (uri !== undefined) return uri
  }
  return ''
}
