import type { RosterField } from '../../shared/contract/roster'
import { plainText, plainTextOutsideBrackets } from './plainText'

/** A field and the words of its header, the surest first. */
export interface Field {
  readonly name: RosterField
  readonly words: readonly string[]
  /** Weaker words: taken only where no other column has one of `words`. */
  readonly weaker?: readonly string[]
}

/** Every column a roster may have, with the words municipal systems and people use. 個人番号 (マイナンバー) is deliberately no 職員番号. */
export const fields: readonly Field[] = [
  {
    name: 'staffNumber',
    words: ['職員番号', '職員コード', '職員No', '職員ID', '職員CD', '職員整理番号', 'staff number', 'staff no', 'staff id', 'employee number', 'employee id'],
    weaker: ['従業員番号', '従業員コード', '従業員ID', '従業員No', '社員番号', '社員コード', '社員ID', '整理番号'],
  },
  { name: 'name', words: ['氏名', '職員氏名', '名前', 'お名前', '姓名', '職員名', '氏名漢字', '漢字氏名', '氏名漢字氏名', 'name', 'full name'] },
  { name: 'familyName', words: ['姓', '氏', '苗字', '名字', '氏名姓', '漢字姓', '姓漢字', 'family name', 'last name', 'surname'] },
  { name: 'givenName', words: ['名', '氏名名', '漢字名', '名漢字', '下の名前', 'given name', 'first name'] },
  {
    name: 'familyKana',
    words: [
      'セイ',
      'せい',
      '姓カナ',
      'カナ姓',
      '姓フリガナ',
      'フリガナ姓',
      '姓ふりがな',
      'ふりがな姓',
      '姓かな',
      'かな姓',
      'フリガナセイ',
      'カナセイ',
      '氏カナ',
      '姓ヨミ',
    ],
  },
  {
    name: 'givenKana',
    words: [
      'メイ',
      'めい',
      '名カナ',
      'カナ名',
      '名フリガナ',
      'フリガナ名',
      '名ふりがな',
      'ふりがな名',
      '名かな',
      'かな名',
      'フリガナメイ',
      'カナメイ',
      '名ヨミ',
    ],
  },
  {
    name: 'kana',
    words: [
      'フリガナ',
      'ふりがな',
      'カナ氏名',
      '氏名カナ',
      '氏名フリガナ',
      '氏名ふりがな',
      '職員氏名カナ',
      '職員カナ氏名',
      '職員氏名フリガナ',
      'かな氏名',
      '氏名かな',
      'カナ',
      'かな',
      'kana',
    ],
    weaker: ['ヨミ', 'よみ', 'よみがな', 'ヨミガナ', '読み仮名', '読み'],
  },
  { name: 'formerName', words: ['旧姓', '旧姓氏名', '旧氏名', '旧氏', 'former name'] },
  {
    name: 'email',
    words: [
      'メールアドレス',
      'メール',
      'Eメール',
      'E-mail',
      'E-mailアドレス',
      'Eメールアドレス',
      '電子メール',
      '電子メールアドレス',
      'mail',
      'メアド',
      'email',
      'mail address',
      'email address',
      'メールアドレス業務',
      'メールアドレス職場',
      'メールアドレス公用',
      'メールアドレス業務用',
    ],
    weaker: ['職場メールアドレス', '庁内メール', '庁内メールアドレス', '業務用メールアドレス', '公用メールアドレス'],
  },
  { name: 'did', words: ['DID'] },
  {
    name: 'divisionCode',
    words: ['所属コード', '組織コード', '部署コード', '部課コード', '所属CD', '組織CD', '所属番号', '課コード', '係コード', 'division code', 'department code'],
  },
  { name: 'department', words: ['部', '局', '部名', '局名', '部局', '部局名', '部名称', '所属部', '所属部名', '所属部局', '部・局', 'department'] },
  {
    name: 'section',
    words: ['課', '室', '所', '課名', '課室', '課室名', '課・室', '課名称', '所属課', '所属課名', '課・室・所', '課室所', 'section'],
    weaker: ['所属', '所属名', '所属名称', '部署', '部署名', '組織', '組織名', '組織名称', '配属先', 'division'],
  },
  {
    name: 'unit',
    words: [
      '係',
      '担当',
      'グループ',
      '係名',
      '担当名',
      '係・担当',
      '係担当',
      'グループ名',
      '班',
      'チーム',
      '係名称',
      '所属係',
      '所属係名',
      '係・グループ',
      'unit',
    ],
  },
  { name: 'post', words: ['職位', '役職', '職名', '役職名', '職位名', '補職', '補職名', '職名称', 'post', 'position', 'title'] },
  { name: 'jobType', words: ['職種', '職種名', '職種名称', '職種区分', 'job type'] },
  {
    name: 'employment',
    words: ['任用区分', '雇用区分', '任用形態', '雇用形態', '任用種別', '職員区分', '職員種別', '任用区分名', 'employment', 'employment type'],
  },
  { name: 'leave', words: ['休職区分', '在職区分', '休職', '在職状況', '休業区分', '休職等', '休職・休業', '在職状態', '休職状況', '休業等', 'leave'] },
  {
    name: 'startsOn',
    words: [
      '発令日',
      '配属日',
      '異動日',
      '発令年月日',
      '配属年月日',
      '異動年月日',
      '現所属発令日',
      '現職発令日',
      '現職発令年月日',
      '現所属発令年月日',
      '着任日',
      '所属発令日',
      '配置年月日',
      '配置日',
      'starts on',
      'start date',
    ],
    weaker: ['開始日', '開始年月日'],
  },
  {
    name: 'endsOn',
    words: ['終了日', '解除日', '終了年月日', '解除年月日', '兼務解除日', '兼務終了日', '発令終了日', '解除予定日', '終了予定日', 'ends on', 'end date'],
  },
  {
    name: 'concurrent',
    words: ['兼務', '本務兼務', '兼務区分', '本務・兼務', '本兼区分', '本務兼務区分', '本務兼務の別', '本務/兼務', '兼務フラグ', '兼任', '併任', 'concurrent'],
    weaker: ['本務区分'],
  },
  { name: 'birthDate', words: ['生年月日', '誕生日', '誕生年月日', 'birth date', 'date of birth'] },
  { name: 'hiredOn', words: ['採用日', '採用年月日', '入庁日', '入庁年月日', '採用発令日', 'hired on', 'hire date'] },
  {
    name: 'termEndsOn',
    words: ['任期満了日', '任期満了年月日', '任期末', '任期末日', '任期終了日', '任期', '任用期限', '任用満了日', '任用期間満了日', '任期終期', 'term ends on'],
  },
]

/** How sure a header is: a word of its own is surer than one that needed its brackets cut off, and both than a weaker word. */
export interface Recognised {
  readonly field: RosterField
  readonly doubt: 0 | 1 | 2 | 3
}

const surest = new Map(fields.flatMap(({ name, words }) => words.map((word) => [plainText(word), name])))
const weakest = new Map(fields.flatMap(({ name, weaker = [] }) => weaker.map((word) => [plainText(word), name])))

/** Which field does a header name? Null where it is none of ours. */
export function recogniseHeader(text: string): Recognised | null {
  const whole = plainText(text)
  const cut = plainTextOutsideBrackets(text)
  const tries = [surest.get(whole), surest.get(cut), weakest.get(whole), weakest.get(cut)]
  const doubt = tries.findIndex((field) => field !== undefined)
  // findIndex returns one of the four places, or -1.
  return doubt < 0 ? null : { field: tries[doubt]!, doubt: doubt as 0 | 1 | 2 | 3 }
}
