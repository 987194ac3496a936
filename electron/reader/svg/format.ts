import type { Problem } from '../../../shared/model/problem'
import { bakedEnvelope, numbered } from '../baked'
import { type Envelope, type Unreadable, unreadable } from '../envelope'
import type { Format } from '../format'
import { limits } from '../limits'
import { strictUtf8 } from '../text/decodeText'
import { textStart } from '../text/textStart'
import { readElements } from './elements'

/** Namespace → the element that carries a badge, and its keyword. */
const elementNames = new Map([
  ['http://openbadges.org', 'assertion'],
  ['https://purl.imsglobal.org/ob/v3p0', 'credential'],
])
const bakedNames = new Map<string, Envelope['baked']>([
  ['http://openbadges.org', 'openbadges'],
  ['https://purl.imsglobal.org/ob/v3p0', 'openbadgecredential'],
])

/** The root element is within these bytes, after any comments and declarations. */
const sniffBytes = 64 * 1024

/**
 * A drawing with a badge baked in. JSON in the body comes before a `verify` attribute.
 * @source Open Badges Baking Specification 2.0, SVG; Open Badges 3.0, section 5.3.2
 */
export const svgFormat: Format = {
  id: 'svg',
  source: 'Open Badges 3.0, section 5.3.2',
  maximumBytes: limits.badgeBytes,
  endings: ['.svg'],
  recognises(head) {
    const start = textStart(head)
    if (head[start] !== 0x3c) return false
    const text = Buffer.from(head.subarray(start, start + sniffBytes)).toString('latin1')
    return /<(?:[\w.-]+:)?svg[\s/>]/.test(text) && !/^<(?:!doctype )?html/i.test(text)
  },
  read({ source, bytes }) {
    const text = strictUtf8(bytes)
    if (text === null) return [unreadable(source, { code: 'file.encoding' })]
    const reading = readElements(text, elementNames)
    if (!reading.ok) return [unreadable(source, reading.problem)]
    const { elements, doctype } = reading.value
    const answers = [...bakedNames].flatMap(([namespace, baked]): readonly (Envelope | Unreadable)[] => {
      const found = elements.filter((element) => element.namespace === namespace)
      const [first] = found
      if (!first) return []
      const problems: Problem[] = []
      if (doctype) problems.push({ code: 'svg.doctype' })
      if (found.length > 1) problems.push({ code: 'svg.several-elements' })
      return [bakedEnvelope({ source, container: 'svg', baked, problems }, first.body.trim() === '' ? (first.verify ?? '') : first.body)]
    })
    return answers.length > 0 ? numbered(answers) : [unreadable(source, { code: 'svg.no-badge' })]
  },
}
