import type { IssuerRegister } from '../../../shared/model/register'

/**
 * Letters that are easily mistaken for one another or are two forms of one letter. The first of a group stands for all of it.
 * Compact on purpose: a false alarm costs a glance, and the comparison alone decides nothing.
 */
const groups: readonly string[] = [
  // Kanji that differ by a stroke.
  '大犬太丈夲',
  '中申仲',
  '央夬',
  '東束柬',
  '士土',
  '未末',
  '日曰目',
  '人入',
  '千干于',
  '己已巳',
  '田由甲',
  '王玉主',
  '木本',
  '力刀',
  '天夫',
  '石右',
  '北比',
  '西酉',
  '京亰',
  '科料',
  '研硏妍',
  '究宄',
  '教敎',
  '育肓',
  '会合',
  '市巿',
  '間問',
  '都郡',
  '術衍',
  '技枝',
  '情惰',
  '報服',
  '山出',
  '立位',
  '名各',
  '官宮',
  '財材',
  '早旱',
  '稲稻',
  '慶麖',
  '青靑清',
  '明朋',
  '治冶',
  '福褔',
  '祉址',
  '政攻',
  '農晨',
  '医醫',
  '島鳥嶋嶌',
  // Two forms of one kanji.
  '高髙',
  '崎﨑埼',
  '峰峯',
  '辺邊邉',
  '斎齋斉齊',
  '学學斈',
  '国國囯',
  '沢澤',
  '浜濱',
  '広廣',
  '体體',
  '栄榮',
  '桜櫻',
  '竜龍',
  '富冨',
  '吉𠮷',
  '館舘',
  '徳德',
  '恵惠',
  '真眞',
  '県縣',
  '会會',
  '協恊',
  '総總',
  '団團',
  '経經',
  '済濟',
  '芸藝',
  '鉄鐵',
  '宝寶',
  '関關',
  '権權',
  '労勞',
  '庁廳',
  // Kana and kanji, kana among themselves, and lines.
  '口ロ囗',
  '力カ',
  '二ニ',
  '八ハ',
  '夕タ',
  '工エ',
  '卜ト',
  '三ミ',
  '千チ',
  'へヘ',
  'りリ',
  'ソン',
  'シツ',
  '一ー—–‐‑−-―~〜',
  // Latin, Cyrillic and Greek, and digits.
  'aаα',
  'bьв',
  'cсϲ',
  'eеє',
  'hнһ',
  'iіιl1|ӏ!',
  'jј',
  'kкκ',
  'mм',
  'nпη',
  'oоο0',
  'pрρ',
  'sѕ5',
  'tтτ',
  'uυ',
  'vν',
  'wѡω',
  'xхχ',
  'yуγ',
  'zᴢ2',
  'gɡ',
  'dԁ',
  'qԛ',
]

const skeletonOf = new Map(groups.flatMap((group) => [...group].map((letter, _, letters) => [letter, letters.slice(0, 1).join('')] as const)))

/** Legal forms before or after a name do not distinguish names. */
const legalForms = /国立大学法人|公立大学法人|学校法人|一般社団法人|公益社団法人|一般財団法人|公益財団法人|株式会社|有限会社|特定非営利活動法人|独立行政法人/g

/** Longer texts are no name, and normalizing them takes long. */
const longest = 1000

/** A name without differences of form, width, case, blanks and marks. Only for comparing; empty where the text is too long for a name. */
function skeleton(name: string): string {
  const visible = name.replace(/[\u0300-\u036f\p{Z}\p{C}]/gu, '')
  if (visible.length > longest) return ''
  const plain = visible
    .normalize('NFKC')
    .replace(legalForms, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\p{Z}\p{C}・･.,、。'’"()[\]「」_/\\]/gu, '')
    .normalize('NFC')
  const letters = [...plain].map((letter) => skeletonOf.get(letter) ?? letter).join('')
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w')
}

/** The Japanese and English names of a register, in the order of its entries. */
export const registeredNames = ({ issuers }: IssuerRegister): readonly string[] =>
  issuers.flatMap(({ name, nameEn }) => (nameEn === null ? [name] : [name, nameEn]))

/**
 * A function that finds the registered name a name could be mistaken for. 中央犬学 and Chuo University (with a Cyrillic о) are mistaken for 中央大学 and Chuo
 * University; so is the same name when another issuer uses it. The function returns null where no registered name is alike, and the first where several are.
 */
export function lookAlikes(registered: readonly string[]): (name: string) => string | null {
  const bySkeleton = new Map(registered.toReversed().map((name) => [skeleton(name), name]))
  return (name) => {
    const own = skeleton(name)
    return own === '' ? null : (bySkeleton.get(own) ?? null)
  }
}
