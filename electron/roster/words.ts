import type { Leave } from '../../shared/model/department'
import { plainText } from './plainText'

const blanks = ['', '-', '－', 'ー', '―', '無', '無し', 'なし', '該当なし', '0', '×']

const leaveWords: readonly (readonly [Leave, readonly string[]])[] = [
  [
    'none',
    [
      ...blanks,
      '在職',
      '在籍',
      '現職',
      '在職中',
      '在籍中',
      '通常',
      '復職',
      '勤務',
      '勤務中',
      '就業',
      '部分休業',
      '育児短時間勤務',
      '育児部分休業',
      '育短',
      'active',
      'none',
    ],
  ],
  [
    'childcare',
    [
      '育休',
      '育児休業',
      '育休中',
      '育児休業中',
      '産休',
      '産前産後休暇',
      '産休中',
      '産前産後休業',
      '産前休暇',
      '産後休暇',
      '出産休暇',
      '産前',
      '産後',
      'childcare',
    ],
  ],
  [
    'leave',
    [
      ...[
        '休職',
        '休職中',
        '病休',
        '病気休職',
        '病気休暇',
        '分限休職',
        '休業',
        '休業中',
        '自己啓発等休業',
        '自己啓発休業',
        '修学部分休業',
        '配偶者同行休業',
        '介護休業',
        '介護休暇',
      ],
      ...['大学院修学休業', '起訴休職', '刑事休職', '専従休職', '組合専従', '在籍専従', '休', 'leave', 'on leave'],
    ],
  ],
]

const leaves = new Map(leaveWords.flatMap(([leave, words]) => words.map((word) => [plainText(word), leave])))

/** Is somebody with this word in 休職区分 at work? Null where the word is not known. */
export const readLeave = (text: string): Leave | null => leaves.get(plainText(text)) ?? null

const concurrentWords = new Set(
  ['兼務', '兼', '兼任', '併任', '併', '兼務あり', '兼務有', '有', '有り', 'あり', '○', '◯', '〇', '●', '1', 'true', 'yes', 'concurrent'].map(plainText),
)
const mainWords = new Set([...blanks, '本務', '主務', '本', '主', '本務のみ', 'false', 'no', 'main'].map(plainText))

/** Does this word in 兼務 mark a further post beside the main one? Null where the word is not known. */
export function readConcurrent(text: string): boolean | null {
  const word = plainText(text)
  if (concurrentWords.has(word)) return true
  return mainWords.has(word) ? false : null
}

/** Is this the word of a line that adds others up? */
export const isTotalWord = (text: string): boolean => {
  const plain = text.normalize('NFKC').trim()
  return /合\s*計|小\s*計|総\s*計|累\s*計|総数|総人数|延べ?人数|(^|[\s:])計$/.test(plain)
}

/** A cell that says there is nothing, by a word. */
export const isBlankWord = (text: string): boolean => text.trim() === '' || ['-', '－', 'ー', '―', '‐', 'なし', '無し', '無'].includes(text.trim())
