import type { GapTotals } from '../../model/requirement'
import { digits } from '../digits'
/** Words of the command line, for people; machine output has none. */
export const cli = {
  usage: '使い方:',
  unknownWord: (word: string) => `tekizai: 「${word}」というコマンドはありません。`,
  wrongWord: (word: string) => `tekizai: 「${word}」が合いません。`,
  missingWord: (word: string) => `tekizai: 「${word}」がありません。`,
  counts: {
    received: '受領',
    credentials: 'バッジ',
    new: '新規',
    replaced: '差替',
    duplicate: '重複',
    unmatched: '未照合',
    rejected: '不可',
    support: '補助',
    unreadable: '読めない',
    ignored: '対象外',
    rows: '行',
    people: '職員',
    divisions: '部署',
    assignments: '配属',
    changed: '変更',
    unchanged: '変更なし',
    ended: '終了',
    removed: '削除',
  },
  checked: (damaged: number, mended: number) =>
    `データを確かめました。壊れている元のファイル ${digits(damaged)}件${mended === 0 ? '' : `、直した元のファイル ${digits(mended)}件`}。`,
  importId: (id: string) => `取込番号 ${id}`,
  undone: (count: number) => `取込を元に戻しました。バッジ ${digits(count)}件を取り除きました。`,
  cancelled: (count: number) => `取込を取り消しました。バッジ ${digits(count)}件を取り除きました。`,
  registered: (issuers: number, keys: number, again: number, changed: number) =>
    `発行者 ${digits(issuers)}者・鍵 ${digits(keys)}本を登録しました。バッジ ${digits(again)}件を検証し直し、${digits(changed)}件の結果が変わりました。`,
  registerChanges: { new: '追加', changed: '変更', closed: '終了日', removed: '削除', unchanged: '変更なし' },
  mapped: (mappings: number, skills: number) => `対応付け ${digits(mappings)}件（スキル ${digits(skills)}種）を登録しました。`,
  mappedLeft: (waiting: number, otherIssuers: number) =>
    `${waiting > 0 ? ` 数えられるバッジを待っている対応付けは ${digits(waiting)}件です。` : ''}${otherIssuers > 0 ? ` 別の発行者のバッジが ${digits(otherIssuers)}件の判断を待っています（skills list）。` : ''}`,
  proposals: (count: number, accepted: boolean) =>
    accepted ? `提案 ${digits(count)}件をすべて登録しました。` : `提案は ${digits(count)}件です。--accept を付けると登録します。`,
  written: (path: string) => `書き出しました: ${path}`,
  sampleWritten: (path: string) => `見本の市を書き出しました: ${path}`,
  courierList: (count: number, leftOut: number) =>
    leftOut === 0
      ? `照会する住所は ${digits(count)}件です。`
      : `照会する住所は ${digits(count)}件です。メールアドレスやパスワードを含む ${digits(leftOut)}件は、個人の情報を持ち出さないよう除きました。`,
  courierScript: 'インターネットにつながるPC（Node.js 18以上）で、node courier.mjs 一覧.json 結果.json と実行してください。',
  accepted: (files: number, again: number, changed: number) =>
    `照会結果 ${digits(files)}件を受け入れました。バッジ ${digits(again)}件を検証し直し、${digits(changed)}件の結果が変わりました。`,
  people: (count: number) => `${digits(count)}人`,
  city: '全体',
  required: (people: number) => `必要 ${digits(people)}人`,
  amount: (rule: string | null, amount: number | null) =>
    rule === null || amount === null ? '求めない' : rule === 'share' ? `${amount}%` : `${digits(amount)}人`,
  gone: { division: '部署なし', skill: 'スキルなし' },
  targetStates: {
    met: '足りている',
    unmet: (short: number) => `${digits(short)}人不足`,
    none: '対象者なし',
  },
  gap: ({ targets, met, unmet, none, short }: GapTotals) =>
    `目標 ${digits(targets)}件: 足りている ${digits(met)}、足りない ${digits(unmet)}（${digits(short)}人不足）、対象者なし ${digits(none)}`,
}
