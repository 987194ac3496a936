import { SaxesParser } from 'saxes'
import { limits } from '../limits'

/** What to do at each part of an XML text. `stop` ends the walk as if the text were broken. */
export interface XmlHandlers {
  doctype?(declaration: string, parser: XmlControl): void
  open(name: string, attributes: Readonly<Record<string, string>>, parser: XmlControl): void
  text(text: string): void
  close(name: string): void
}

export interface XmlControl {
  stop(): void
  /** Gives an entity an empty value. Entities are never expanded. */
  silence(entity: string): void
}

/**
 * Goes through an XML text once, up to its first fault: hostile files are made of faults, and each costs time. More than `limits.xmlAttributes` in one
 * element are a fault too.
 * @returns Whether the text is well-formed to its end. Names keep their prefixes.
 * @source XML 1.0 (Fifth Edition)
 */
export function walk(text: string, handlers: XmlHandlers): boolean {
  const parser = new SaxesParser({ xmlns: false })
  let fault: Error | null = null
  const control: XmlControl = {
    stop: () => parser.fail('stopped'),
    silence(entity) {
      parser.ENTITIES[entity] = ''
    },
  }
  parser.on('error', (error) => {
    // The parser has no other way to be stopped.
    fault = error
    throw error
  })
  parser.on('doctype', (declaration) => handlers.doctype?.(declaration, control))
  let attributes = 0
  parser.on('attribute', () => {
    if (++attributes > limits.xmlAttributes) control.stop()
  })
  parser.on('opentag', (tag) => {
    attributes = 0
    handlers.open(tag.name, tag.attributes, control)
  })
  parser.on('text', (content) => handlers.text(content))
  parser.on('cdata', (content) => handlers.text(content))
  parser.on('closetag', (tag) => handlers.close(tag.name))
  try {
    parser.write(text.replace(/^\ufeff/, '')).close()
    return true
  } catch (error) {
    // Only the fault thrown above says something about the text.
    if (error !== fault) throw error
    return false
  }
}
