import { oneOf, type Random, someLength } from './choose'

const laughs = (count: number) =>
  `<!DOCTYPE svg [<!ENTITY a "ha">${Array.from({ length: count }, (_, index) => `<!ENTITY a${index} "${(index === 0 ? '&a;' : `&a${index - 1};`).repeat(10)}">`).join('')}]>`

/** A drawing with one fault of XML: entities, namespaces, sections, attributes, or another text inside. */
export function mutateDrawing(text: string, changed: (text: string) => string, random: Random): string {
  const body = /<!\[CDATA\[(.*?)\]\]>/s
  const faults: readonly (() => string)[] = [
    () => text.replace(body, (_, inner: string) => `<![CDATA[${changed(inner)}]]>`),
    () => text.replace(body, (_, inner: string) => `<![CDATA[${changed(inner)}]]>`),
    () => text.replace(body, (_, inner: string) => changed(inner).replaceAll('&', '&amp;').replaceAll('<', '&lt;')),
    () =>
      text.replace(body, (_, inner: string) =>
        [...inner]
          .slice(0, 5000)
          .map((letter) => `&#${letter.codePointAt(0)};`)
          .join(''),
      ),
    () => text.replace(/<!DOCTYPE[^>]*>/, laughs(someLength(random, 200))).replace(body, '&a5;'),
    () => text.replace(/<!DOCTYPE[^>]*>/, '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname"><!ENTITY % y "%y;">%y;]>').replace(body, '&x;&y;'),
    () => text.replace(/<!DOCTYPE[^>]*>/, `<!DOCTYPE svg [${'<!ENTITY b "c">'.repeat(someLength(random, 5000))}]>`),
    () =>
      text.replaceAll('http://openbadges.org', oneOf(random, ['https://purl.imsglobal.org/ob/v3p0', 'http://openbadges.org/', '', 'HTTP://OPENBADGES.ORG'])),
    () => text.replaceAll('o:', oneOf(random, ['', 'xmlns:', 'x:', 'o:o:', '福祉:'])),
    () => text.replace('<o:assertion', `<o:assertion ${Array.from({ length: someLength(random, 5000) }, (_, index) => `xmlns:n${index}="u"`).join(' ')}`),
    () => text.replace('<o:assertion', `<o:assertion xmlns:o="http://other.example"`),
    () => text.replace(/<o:assertion.*<\/o:assertion>/s, (element) => element.repeat(someLength(random, 200))),
    () => text.replace(/<o:assertion.*<\/o:assertion>/s, (element) => '<g>'.repeat(someLength(random, 1000)) + element),
    () => text.replace(/<o:assertion.*<\/o:assertion>/s, (element) => `${'<g>'.repeat(200)}${element}${'</g>'.repeat(200)}`),
    () => text.replace(/verify="[^"]*"/, () => `verify="${changed('{}').replaceAll(/[<&"]/g, '')}"`),
    () => text.replace(body, oneOf(random, ['<![CDATA[]]>', '<![CDATA[', ']]>', '<!-- -- -->', '<?php ?>', '&undefined;', '&#x110000;', '&#0;', '\0'])),
    () => Buffer.from(`\ufeff${text}`, 'utf16le').toString('latin1'),
    () => text + text,
  ]
  return oneOf(random, faults)()
}
