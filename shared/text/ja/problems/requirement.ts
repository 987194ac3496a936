import type { RequirementProblemCode } from '../../../model/problems/requirement'
import type { Explanation } from '../../explanation'

const again = 'その行を直して、もう一度選んでください。'
const whole = '1か所でも違うと、表の全体を取り込みません。何も変えていません。'

/** What a table of requirements can have wrong. */
export const requirement: Record<RequirementProblemCode, Explanation> = {
  'requirement.refused': { found: '必要な力の表に、直すところがあります。', why: whole, next: '一つずつ示した行と列を直して、もう一度選んでください。' },
  'requirement.no-rows': {
    found: '見出しの下に行がありません。',
    why: 'すべての必要な力を消す取り違えを防ぐため、空の表は取り込みません。',
    next: '行を入れるか、画面で消してください。',
  },
  'requirement.column-missing': {
    found: '必要な列がありません。',
    why: 'id、division、skill、level、rule、amount の列で1行を読みます。',
    next: '見出しにその列を加えてください。',
  },
  'requirement.column-unknown': {
    found: '知らない名前の列です。',
    why: '読まない列に大事な内容があるかもしれないため、取り込みません。',
    next: '列の名前を直すか、列を消してください。',
  },
  'requirement.column-twice': { found: '同じ名前の列が2つあります。', why: 'どちらを読むか決められません。', next: '片方を消してください。' },
  'requirement.id-missing': { found: 'id がありません。', why: '次に取り込むとき、どの行と同じかを id で決めます。', next: again },
  'requirement.id-twice': { found: '同じ id の行が2つあります。', why: 'どちらが正しいか決められません。', next: again },
  'requirement.division-unknown': {
    found: 'その組織コードの部署はありません。',
    why: '名簿に一度も出ていない部署は数えられません。市の全体なら空にします。',
    next: again,
  },
  'requirement.skill-missing': { found: 'スキルがありません。', why: '何が必要かを決められません。', next: again },
  'requirement.skill-unknown': {
    found: 'その名前のスキルはありません。',
    why: '対応付けのないスキルは、だれも持っていないと数えられてしまいます。',
    next: '「分野/スキル」の形で、対応付けにある名前を書いてください。',
  },
  'requirement.level': { found: 'レベルは1から4の数字で書いてください。', why: 'ほかの値は数えられません。', next: again },
  'requirement.rule': { found: 'rule は people か share です。', why: '人数か割合かを決められません。', next: again },
  'requirement.amount': { found: '必要な数が正しくありません。', why: '人数は1から9999、割合は0.01から100（小数2けたまで）です。', next: again },
  'requirement.reach': { found: 'reach は division か sections です。', why: '部署を1つとして数えるか、課ごとに数えるかを決められません。', next: again },
  'requirement.below-section': {
    found: '課より下の部署に「課ごと」は使えません。',
    why: 'その部署の下に課はありません。',
    next: 'division にするか、課か部を選んでください。',
  },
  'requirement.date': {
    found: '日付として読めません。',
    why: 'いつからいつまでかを決められません。',
    next: '「2027-04-01」や「R9.4.1」のように書いてください。',
  },
  'requirement.reversed': { found: '終わりの日が始まりの日より前です。', why: '有効な日が1日もありません。', next: again },
  'requirement.too-long': { found: '長すぎます。', why: 'id は100字、備考は1000字、一覧の1語は100字までです。', next: again },
  'requirement.exception-of-none': {
    found: '例外の元になる「課ごと」の行がありません。',
    why: '例外は、sections の行に対してだけ書けます。',
    next: 'exceptionTo に sections の行の id を書いてください。',
  },
  'requirement.exception-outside': { found: '例外の部署が、元の行の部署の下にありません。', why: 'この例外はどこにも効きません。', next: again },
  'requirement.exception-cell': {
    found: '例外の行に、元の行と違う値があります。',
    why: '例外で変えられるのは、部署、決まり、数、備考だけです。',
    next: '空にするか、元の行と同じ値にしてください。',
  },
  'requirement.exception-twice': { found: '同じ部署への例外が2つあります。', why: 'どちらが正しいか決められません。', next: again },
}
