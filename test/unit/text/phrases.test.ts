import { expect, it } from 'vitest'
import type { TextEncoding } from '../../../electron/reader/text/decodeText'
import { type Locale, texts } from '../../../shared/text'
import { made, plainTexts, textFunctions } from './everyText'

/** Phrases that readers did not understand or that say something else than the program does, and what is said in their place. */
const banned: Readonly<Record<Locale, readonly { readonly phrase: RegExp; readonly breach: string; readonly say: string }[]>> = {
  ja: [
    { phrase: /(?:ません|です|ます)です/, breach: '数えているスキルはまだありませんです。', say: 'まだありません' },
    { phrase: /では$/, breach: '道路課では', say: '道路課のGIS' },
    { phrase: /名乗/, breach: '「みなと語学協会」と名乗る', say: 'みなと語学協会（未登録）' },
    { phrase: /自称/, breach: '数えないバッジの自称', say: '数えないバッジの記載' },
    { phrase: /登録すると数える/, breach: '登録すると数える', say: '登録すると数えられる件数' },
    { phrase: /下読み/, breach: '名簿の下読み', say: '内容の確認' },
    { phrase: /終わ(?:る|った)人/, breach: '終わる人', say: '退職など' },
    { phrase: /約束/, breach: '約束', say: 'ご注意' },
    { phrase: /A3で印刷|印刷$/, breach: 'A3で印刷', say: 'A3のPDFを保存' },
    { phrase: /B・D/, breach: 'B・Dも数える', say: '未確認のバッジも数える' },
    { phrase: /写す|写しました|写せません|(?:に|で|から)写し(?:て|直)/, breach: '表を写す', say: '表をコピー' },
    { phrase: /鍵そのもの|発行者の名[（はを]/, breach: '発行者の名（DID）が鍵そのもの', say: '識別子（DID）に鍵が含まれます' },
    { phrase: /語彙/, breach: '語彙の定義が、ファイルの中に直接書かれています。', say: '規格にない書き方です。' },
    { phrase: /別の者/, breach: '署名の鍵は、別の者のものです。', say: '別の発行者の鍵で署名されています。' },
    { phrase: /文字の読み方|(?<!・)cp932/, breach: '文字の読み方 cp932', say: '文字コード Shift_JIS' },
    { phrase: /働き/, breach: '「x」という働きはありません。', say: '「x」というコマンドはありません。' },
    { phrase: /入れ物/, breach: '入れ物（CLR）の中に', say: 'まとめのファイル（CLR）の中に' },
  ],
  en: [
    { phrase: /\bthings?\b/, breach: 'received things', say: 'received items' },
    { phrase: /are no (?:badge|file|table)s?|is no ordinary/, breach: 'Files that are no badges', say: 'Not badges' },
    { phrase: /^once$/, breach: 'once', say: 'counted once' },
    { phrase: /^Place$/, breach: 'Place', say: 'Location' },
    { phrase: /^agrees$/, breach: 'agrees', say: 'Totals match' },
    { phrase: /^Sum$/, breach: 'Sum', say: 'Total' },
    { phrase: /^Print (?:A3|the )/, breach: 'Print A3', say: 'Save A3 PDF' },
    { phrase: /Read a register/, breach: 'Read a register file', say: 'Import a register file' },
    { phrase: /calls itself|^Claims:|Name it claims/, breach: 'calls itself "A"', say: 'A (unregistered)' },
    { phrase: /B and D\b/, breach: 'Count B and D', say: 'Count unproven badges' },
    { phrase: /\bstands?\b|\brests on\b/, breach: 'What stands behind the cell', say: 'Details of the cell' },
    { phrase: /\bgo(?:es)? on\b/i, breach: 'Go on', say: 'Continue' },
    { phrase: /leaves? the house|take back/, breach: 'so that they do not leave the house', say: 'to keep personal data here' },
    { phrase: /nobody asked for|somebody else|another’s/i, breach: 'Copy that nobody asked for', say: 'Copy without an inquiry' },
    { phrase: /vocabular/i, breach: 'The vocabularies are not in order.', say: 'It is written in a way the standard does not allow.' },
    { phrase: /\bLet go\b|looked at|to look at/, breach: '12 rows to look at', say: '12 rows to check' },
    { phrase: /\b(?:cp932|utf-8-bom)\b/, breach: 'cp932', say: 'Shift_JIS' },
    { phrase: /^Promise$/, breach: 'Promise', say: 'Note' },
    { phrase: /is itself the key/, breach: 'The identifier (DID) is itself the key', say: 'The identifier (DID) contains the key' },
    { phrase: /\btells? apart|come (?:in|along)\b|comes in\b/, breach: 'A copy that comes in with a badge', say: 'A copy received with a badge' },
  ],
}

const everyText = (locale: Locale): readonly (readonly [string, string])[] => [
  ...plainTexts(texts[locale]),
  ...textFunctions(locale)
    .filter(({ types }) => !types.includes('unknown'))
    .flatMap((one) => [0, 1, 2].map((count) => [one.place, made(one, count)] as const)),
]

for (const locale of ['ja', 'en'] as const)
  for (const { phrase, breach, say } of banned[locale])
    it(`no ${locale} text says “${breach}”, but “${say}”`, () => {
      expect(phrase.test(breach)).toBe(true)
      expect(phrase.test(say)).toBe(false)
      expect(everyText(locale).filter(([, text]) => phrase.test(text))).toEqual([])
    })

it('no text in English repeats a mark at its end or begins with a space', () => {
  expect(everyText('en').filter(([, text]) => /[.,;]{2}|\s\s/.test(text))).toEqual([])
})

it('every character encoding a roster can have is shown by the name people know', () => {
  const encodings: readonly TextEncoding[] = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'cp932']
  for (const locale of ['ja', 'en'] as const) {
    const names = texts[locale].importing.roster.encodings
    expect(encodings.map((encoding) => names[encoding])).toEqual(['UTF-8', 'UTF-8', 'UTF-16', 'UTF-16', 'Shift_JIS'])
  }
})
