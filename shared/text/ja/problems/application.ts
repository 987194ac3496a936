import type { ApplicationProblemCode } from '../../../model/problems/application'
import type { Explanation } from '../../explanation'

export const application: Record<ApplicationProblemCode, Explanation> = {
  'call.unknown': {
    found: '画面が、用意されていない働きを求めました。',
    why: '画面と処理の部分の版が合っていない可能性があります。',
    next: '適材を閉じて、もう一度開いてください。',
  },
  'call.refused-sender': {
    found: '適材の画面ではないところからの求めを断りました。',
    why: 'データを守るため、適材の画面からの求めだけに答えます。',
    next: '適材を閉じて、もう一度開いてください。',
  },
  'call.malformed-input': {
    found: '入力の形が合いません。',
    why: '形の合わない入力で計算すると、誤った結果になります。',
    next: '入力を見直して、もう一度お試しください。',
  },
  'call.failed': {
    found: '思いがけない理由で、処理を終えられませんでした。',
    why: '途中までの結果は保存していません。',
    next: 'もう一度お試しください。続くときは、下の記号を情報システム担当へ伝えてください。',
  },
  'engine.ended': {
    found: '処理を行う部分が止まりました。',
    why: '取り込み済みのデータは失われていません。',
    next: '適材をもう一度開いてください。途中の取込は続きから再開できます。',
  },
  'path.not-found': {
    found: 'ファイルまたはフォルダーが見つかりません。',
    why: '移動したか、USBメモリーが外された可能性があります。',
    next: '場所を確かめて、もう一度選んでください。',
  },
  'path.not-readable': {
    found: 'ファイルを読む権限がありません。',
    why: '読めないファイルは調べられません。',
    next: 'ファイルの権限を確かめるか、手元に写してから選んでください。',
  },
  'path.not-writable': {
    found: 'この場所には書き込めません。',
    why: '書き込みの権限がないか、読み取り専用の場所です。',
    next: '「ドキュメント」など、書き込める場所を選んでください。',
  },
  'path.in-use': {
    found: 'ファイルがほかのプログラムで開かれています。',
    why: 'Excelなどで開いている間は、上書きできません。',
    next: '開いているファイルを閉じて、もう一度保存してください。',
  },
  'disk.full': {
    found: 'ディスクの空きが足りません。',
    why: '途中までの書き込みは取り消しました。元のデータは無事です。',
    next: '空きを作ってから、もう一度お試しください。',
  },
  'database.newer-schema': {
    found: 'このデータは、新しい版の適材で作られています。',
    why: '古い版で開くと、データを壊すおそれがあります。',
    next: '新しい版の適材で開いてください。データには触れていません。',
  },
  'database.damaged': {
    found: 'データのファイルが壊れています。',
    why: '壊れたまま使うと、数を誤ります。',
    next: '元のファイルには触れていません。控えがあれば、控えのフォルダーを --data で指定して開いてください。',
  },
  'database.locked': {
    found: 'データがほかの適材で開かれています。',
    why: '同時に書き込むと、データを壊すおそれがあります。',
    next: 'ほかの適材を閉じて、もう一度お試しください。',
  },
  'import.not-found': { found: 'その取込の記録がありません。', why: '指定した番号の取込は、このデータにありません。', next: '取込の一覧から選んでください。' },
  'import.already-undone': {
    found: 'その取込は、すでに元に戻しています。',
    why: '同じ取込を二度戻すことはできません。',
    next: '取込の一覧を確かめてください。',
  },
  'import.interrupted': {
    found: '取込が途中で止まっていました。',
    why: '保存済みの分は失われていません。',
    next: '「続ける」で続きから取り込むか、元に戻してください。',
  },
  'credential.not-found': {
    found: 'そのバッジの記録がありません。',
    why: '元に戻した取込に含まれていた可能性があります。',
    next: '一覧を開き直してください。',
  },
  'person.not-found': { found: 'その職員番号の職員はいません。', why: '名簿にない番号です。', next: '職員番号を確かめてください。先頭の0も番号の一部です。' },
  'division.not-found': {
    found: 'その所属コードの部署はありません。',
    why: '基準日にない部署は表示できません。',
    next: '所属コードと基準日を確かめてください。',
  },
  'skill.not-found': {
    found: 'そのスキルはありません。',
    why: '対応付けに登録のないスキルです。',
    next: 'スキルの名前を、行政DX/データ活用 のように階層ごと確かめてください。',
  },
  'skills.shape': {
    found: '対応付けの表の列が足りません。',
    why: 'achievementId、skill、level の3列が要ります。',
    next: '列の名前を確かめて、もう一度選んでください。',
  },
  'skills.level': { found: 'レベルは1から4の数字で書いてください。', why: 'ほかの値は数えられません。', next: '下の行を直して、もう一度選んでください。' },
  'report.unknown': { found: 'その名前の報告書はありません。', why: '用意のない報告書は作れません。', next: 'report list で名前を確かめてください。' },
  'report.format': {
    found: 'この報告書は、その形式では作れません。',
    why: '報告書ごとに作れる形式が決まっています。',
    next: 'ファイル名の終わりを .xlsx .csv .pdf .html のどれかにしてください。',
  },
  'report.characters': {
    found: 'CP932（シフトJIS）に書けない文字があります。',
    why: '書くと「?」に変わり、名前が失われます。',
    next: 'ファイルは作っていません。UTF-8を選んでください。',
  },
  'report.no-printer': {
    found: 'PDFを作るためのブラウザーが見つかりません。',
    why: 'PDFは、適材の画面と同じ部品で印刷して作ります。',
    next: 'Chromium、Chrome、Edgeのどれかを入れるか、.xlsx か .html を選んでください。',
  },
  'register.not-found': {
    found: '発行者台帳のファイルとして読めません。',
    why: '台帳の形でないファイルからは登録できません。',
    next: 'kind が tekizai-issuer-register のJSONを選んでください。',
  },
  'sample.not-empty': {
    found: 'すでにデータがあるため、見本の市は開けません。',
    why: '見本とご自分のデータが混ざるのを防ぐためです。',
    next: '見本を試すときは、別のフォルダーを --data で指定してください。',
  },
  'roster.not-imported': { found: '職員名簿がまだありません。', why: '名簿がないと、部署ごとに数えられません。', next: '先に職員名簿を取り込んでください。' },
}
