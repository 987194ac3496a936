import type { Day } from '../../model/day'
import { eraOf } from '../../model/era'
import { digits } from '../digits'
import { firstOf, list } from './lists'

const weekdays = '日月火水木金土'
const names = (all: readonly string[]): string => firstOf(all, 4)

/** 令和8年11月20日（金）. */
function japaneseDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number)
  const era = eraOf(day)
  const years = era ? `${era.era.kanji}${era.year === 1 ? '元' : era.year}` : String(year)
  return `${years}年${month}月${date}日（${weekdays[new Date(Date.parse(`${day}T00:00:00Z`)).getUTCDay()]}）`
}

/** Words of the reports: titles, headings, the sentences above and below. */
export const report = {
  titles: { 'skill-map': '部署別スキルマップ', holders: '有資格者一覧', risk: '先の日に失われるもの', 'import-result': '取込結果報告書' } as Readonly<
    Record<string, string>
  >,
  sheetNames: { print: '帳票', data: '集計用' },
  pageNumber: { between: '／', after: 'ページ' },
  seals: ['部長', '課長', '係長', '担当'] as readonly string[],
  program: '適材',
  bothDays: (day: Day): string => `${japaneseDay(day)}${day}`,
  on: (day: Day): string => `基準日 ${japaneseDay(day)} ${day}`,
  people: (count: number): string => `対象 ${digits(count)}人`,
  level: (level: number): string => `レベル Lv${digits(level)}以上`,
  leaveIncluded: '休職・育休を含む',
  leaversApplied: '任期満了・定年の人を除く',
  made: (day: Day, author: string | null): string => `作成 ${japaneseDay(day)}${author ? `　${author}` : ''}`,
  version: (version: string): string => `適材 ${version}`,
  city: '全体',
  division: '部署',
  divisionCode: '所属コード',
  headcount: '対象人数',
  skillMap: {
    finding: (skills: number, nobody: readonly string[], single: readonly string[]): string => {
      if (skills === 0) return 'スキルの対応付けがまだありません。'
      const parts = [
        nobody.length > 0 ? `${digits(nobody.length)}種は保有者が0人（${names(nobody)}）` : '',
        single.length > 0 ? `${digits(single.length)}種は1人だけ（${names(single)}）` : '',
      ].filter((part) => part !== '')
      return parts.length > 0
        ? `${digits(skills)}種のスキルのうち、${parts.join('、')}です。`
        : `${digits(skills)}種のスキルのすべてに、2人以上の保有者がいます。`
    },
    thin: (division: string, skills: readonly string[]): string => `${division}に保有者がいないスキル: ${names(skills)}。`,
    holders: ['0人', '1人', '2人', '3人以上'] as readonly string[],
    numbers: '数字は保有者数',
    need: '「/2」は必要な人数',
    below: '必要に足りない',
    bar: '下の帯の長さ＝層の厚さ（3人で満ちる）',
    apart: '未確認のバッジだけを持つ人もいる',
    noPeople: '― 対象者なし',
    unitsInside: '係の人数は課に含めました。係ごとの数は集計用の表にあります。',
    data: ['基準日', '所属コード', '部署', '階層', '対象人数', 'スキル', 'レベル以上', '保有者数', '数えない保有者数'] as readonly string[],
  },
  notes: {
    undoing: '注意: 取込を元に戻している途中の数字です。その取込の分が一部残っています。',
    counted: (grades: readonly string[]): string => `数えたもの: ${list(grades)}で、期限内のバッジ（失効を除く）。`,
    notCounted: (parts: readonly string[]): string => `数えていないもの: ${list(parts)}。`,
    unproven: (count: number): string => `形式のみ ${digits(count)}件`,
    unregistered: (count: number): string => `発行者未登録 ${digits(count)}件`,
    rejected: (count: number): string => `不可 ${digits(count)}件`,
    expired: (count: number): string => `期限切れ ${digits(count)}件`,
    revoked: (count: number): string => `失効 ${digits(count)}件`,
    unmatched: (count: number): string => `未照合 ${digits(count)}件`,
    unmapped: (count: number): string => `スキル未対応 ${digits(count)}件`,
    left: (onLeave: number, leavers: number): string =>
      `除外: ${list([...(onLeave > 0 ? [`休職・育休 ${digits(onLeave)}人`] : []), ...(leavers > 0 ? [`退職など（任期満了・定年） ${digits(leavers)}人`] : [])])}。`,
    concurrent: '兼務は、部と全体の合計では1人と数えます。',
    zero: '「0」は「バッジの記録なし」で、能力が無いという意味ではありません。',
  },
  holders: {
    finding: (people: number, skills: number): string =>
      people === 0 ? '数えるバッジを持つ人は、まだいません。' : `数えるバッジを持つ職員は ${digits(people)}人、スキルはのべ ${digits(skills)}件です。`,
    columns: {
      staffNumber: '職員番号',
      name: '氏名',
      kana: 'フリガナ',
      division: '所属',
      post: '職位',
      concurrent: '兼務',
      skill: 'スキル',
      level: 'レベル',
      badge: 'バッジ',
      grade: '区分',
      validFrom: '取得日',
      validUntil: '有効期限',
      revocation: '失効',
    },
    concurrentMark: '兼務',
    noEnd: '期限なし',
  },
  importResult: {
    finding: (received: number, counted: number, rejected: number, unreadable: number): string =>
      `受け取った ${digits(received)}件の行き先がすべて決まりました。新しく加わったのは ${digits(counted)}件、不可は ${digits(rejected)}件、読めないものは ${digits(unreadable)}件です。`,
    unfinished: (done: number): string => `この取込は終わっていません。${digits(done)}件まで調べたところの報告です。`,
    sources: (all: readonly string[]): string => `取り込んだもの ${names(all)}`,
    judgedAt: (at: string): string => `検証の時点 ${at}`,
    importId: (id: string): string => `取込番号 ${id}`,
    blocks: {
      outcomes: '行き先',
      grades: 'バッジの区分',
      changes: '前からあるバッジの変わった区分',
      reasons: '不可と読めないものの理由',
      items: '確かめてほしいもの',
    },
    columns: {
      sequence: '番号',
      source: 'ファイル',
      outcome: '行き先',
      count: '件数',
      meaning: '意味',
      badge: 'バッジ',
      person: '職員',
      grade: '区分',
      reason: '理由',
      next: '次にすること',
      before: '前の区分',
      after: '今の区分',
      code: '記号',
      staffNumber: '職員番号',
    },
    total: '合計',
    totalMeaning: '八つの行き先の合計は、受け取った件数と同じです。',
    meanings: {
      new: '新しく加わりました。',
      replaced: '手元の古い版と入れ替えました。',
      duplicate: '同じものが手元にあります。',
      unmatched: 'だれのバッジか決まっていません。',
      rejected: '署名と内容が合わないなど、数えられません。',
      support: '鍵・失効リストなど、検証に使う文書です。',
      unreadable: '中身を読めませんでした。',
      ignored: 'バッジではないファイルです。',
    },
    expired: (count: number): string => `期限切れ ${digits(count)}件（偽物という意味ではありません）。`,
    revoked: (count: number): string => `失効 ${digits(count)}件。`,
    statusUnknown: (count: number): string => `失効未確認 ${digits(count)}件。`,
    unsolicited: (count: number): string =>
      `未確認のうち ${digits(count)}件には、この適材からの照会の答えではない写しが届いています（持出し照会で確かめられます）。`,
    listed: '新規・補助・対象外を含む全件は、ExcelとCSVにあります。',
    unproven: '「未確認」は偽物という意味ではありません。この端末だけでは決められないものです。',
  },
}
