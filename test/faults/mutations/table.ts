import { below, oneOf, type Random, someLength } from './choose'

/** A CSV with one fault of quoting, dividing, ending or encoding. */
export function mutateCsv(text: string, random: Random): Uint8Array {
  const at = below(random, text.length + 1)
  const put = (piece: string) => text.slice(0, at) + piece + text.slice(at)
  const faults: readonly (() => string)[] = [
    () => put(oneOf(random, ['"', '""', '"""', '\r', '\n', '\r\n', '\0', '\t', ';', ',', '\u2028', '\ufeff', '\x1a', '=1+1'])),
    () => put('"'.repeat(someLength(random, 50_000))),
    () => put(','.repeat(someLength(random, 50_000))),
    () => put('\n'.repeat(someLength(random, 50_000))),
    () => put(`"${'あ,'.repeat(someLength(random, 50_000))}`),
    () => text.replaceAll('"', ''),
    () => text.replaceAll(',', oneOf(random, ['\t', ';', '","', '"'])),
    () => text.replaceAll('\r\n', oneOf(random, ['\r', '\n', '\n\r', '', '\0'])),
    () => text.repeat(someLength(random, 300)),
  ]
  const changed = oneOf(random, faults)()
  return random() < 0.3 ? Buffer.from(`\ufeff${changed}`, 'utf16le') : Buffer.from(changed, random() < 0.2 ? 'latin1' : 'utf8')
}

const references = ['A1', 'XFD1048576', 'XFE1', 'A0', 'A1048577', 'ZZZZZZ1', '', 'A1:B2', 'あ1', '-1', 'A1e9']
const numbers = ['0', '-1', '1e999', '99999999999999999999', 'NaN', '', '2958465', '-0.5', '46113.999999']

/** A part of a workbook with one fault in what it refers to, counts or encloses. */
export function mutatePart(xml: string, random: Random): string {
  const faults: readonly (() => string)[] = [
    () => xml.replace(/ r="[A-Z]+\d+"/, ` r="${oneOf(random, references)}"`),
    () => xml.replace(/<row r="\d+"/, `<row r="${oneOf(random, [...numbers, '1048576'])}"`),
    () => xml.replace(/<v>[^<]*<\/v>/, `<v>${oneOf(random, numbers)}</v>`),
    () => xml.replace(/ s="\d+"/, ` s="${oneOf(random, numbers)}"`),
    () => xml.replace(/ t="\w+"/, ` t="${oneOf(random, ['s', 'b', 'e', 'd', 'str', 'inlineStr', 'n', 'zz'])}"`),
    () => xml.replace(/<mergeCell [^>]*>/, `<mergeCell ref="A1:${oneOf(random, references)}"/>`.repeat(someLength(random, 300))),
    () => xml.replace(/<c .*?<\/c>/, (cell) => cell.repeat(someLength(random, 2000))),
    () => xml.replace(/<si>.*?<\/si>/, (item) => item.repeat(someLength(random, 2000))),
    () => xml.replace(/<xf [^>]*>/, (style) => style.repeat(someLength(random, 2000))),
    () => xml.replace(/Target="[^"]*"/, `Target="${oneOf(random, ['/', '../../x', 'workbook.xml', '_rels/workbook.xml.rels', '', 'http://example.org/'])}"`),
    () => xml.replace(/r:id="[^"]*"/, `r:id="${oneOf(random, ['', 'rId9', 'rId2'])}"`),
    () => xml.replace('>', `>${'<x>'.repeat(someLength(random, 2000))}`),
    () => `<!DOCTYPE x [<!ENTITY a "b">]>${xml}`,
    () => xml.replace(/formatCode="[^"]*"/, `formatCode="${oneOf(random, ['0'.repeat(5000), '[', 'yyyy', '&quot;', 'General', '\\'])}"`),
    () => xml.slice(0, below(random, xml.length)),
    () => xml.replaceAll('<', '<x:'),
    () => xml.replace('<t>', `<t>${'_x000D_'.repeat(someLength(random, 5000))}_xD800_`),
  ]
  return oneOf(random, faults)()
}
