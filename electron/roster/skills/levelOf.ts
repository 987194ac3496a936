import type { Level } from '../../../shared/model/skill'

/** Words that name a level, the surest first. 級 count downwards: 1級 is the highest. */
const levelWords: readonly (readonly [RegExp, Level])[] = [
  [/(?:lv|level|レベル)\s*([1-4])(?!\d)/, 1],
  [/指導者|指導員|指導士|リーダー養成|リーダー|マイスター|エキスパート|講師|leader\b|instructor|trainer|expert|master/, 4],
  [/上級|応用|専門|アドバンス|高度|advanced/, 3],
  [/中級|実務|実践|インターミディエイト|intermediate|practitioner/, 2],
  [/入門|基礎|初級|初任|ベーシック|はじめて|basic|beginner|introduct|fundamental|foundation/, 1],
  [/(?<!\d)1級/, 3],
  [/(?<!\d)2級/, 2],
  [/(?<!\d)[34]級/, 1],
  [/(?:^|[^a-z])iv(?:$|[^a-z])/, 4],
  [/(?:^|[^a-z])iii(?:$|[^a-z])/, 3],
  [/(?:^|[^a-z])ii(?:$|[^a-z])/, 2],
  [/(?:^|[^a-z])i(?:$|[^a-z])/, 1],
]

/** At which level does a text place what it names? 1 where it does not say. `データ活用Ⅱ` is 2, `防災士 上級` 3, `簿記2級` 2, `Level 3` 3. */
export function levelOf(text: string): Level {
  // Ⅱ becomes II, full width half width.
  const plain = text.normalize('NFKC').toLowerCase()
  for (const [pattern, level] of levelWords) {
    const found = pattern.exec(plain)
    // The only pattern with a group captures one of the digits 1 to 4.
    if (found) return found[1] ? (Number(found[1]) as Level) : level
  }
  return 1
}
