import type { RosterProblemCode } from '../../../model/problems/roster'
import type { Explanation } from '../../explanation'

export const roster: Record<RosterProblemCode, Explanation> = {
  'roster.no-staff-number-column': {
    found: '職員番号の列が見つかりません。',
    why: '職員番号は職員を見分けるただ一つの手がかりです。',
    next: '列の対応付けで、職員番号の列を選んでください。',
  },
  'roster.no-name-column': {
    found: '氏名の列が見つかりません。',
    why: '氏名がないと、だれの行かを確かめられません。',
    next: '列の対応付けで、氏名の列を選んでください。',
  },
  'roster.no-division-column': {
    found: '所属を示す列（所属コード・部・課・係）が見つかりません。',
    why: '所属がないと、部署ごとに数えられません。',
    next: '列の対応付けで、所属の列を一つ以上選んでください。',
  },
  'roster.no-rows': {
    found: '職員の行がありません。',
    why: '見出しだけのファイルを取り込むと、全員が名簿から外れた扱いになります。',
    next: 'ファイルの中身と、見出しの下の行を確かめてください。',
  },
  'roster.encoding': {
    found: '文字の形式（文字コード）を決められません。',
    why: '誤った形式で読むと、氏名が別の文字になります。',
    next: '表計算ソフトで「CSV UTF-8」として保存し直してください。',
  },
  'roster.mapping': {
    found: '指定した見出しがファイルにありません。',
    why: '違う列を読むと、誤った名簿になります。',
    next: '列の対応付けで、ファイルにある見出しを選び直してください。',
  },
  'roster.staff-number-missing': {
    found: '職員番号が空の行です。',
    why: 'だれの行か決められないため、取り込みません。',
    next: '職員番号を入れて、取り込み直してください。',
  },
  'roster.staff-number-full-width': {
    found: '職員番号に全角の数字や英字があります。',
    why: '入力のとおりに保存します。半角の番号とは別の人になります。',
    next: 'ほかの名簿と同じ書き方か確かめてください。',
  },
  'roster.staff-number-zeros': {
    found: '先頭の0を除くと、登録済みの職員番号と同じです。',
    why: '表計算ソフトが先頭の0を落とした可能性があります。このままでは別の人として登録します。',
    next: '職員番号の列を「文字列」として保存し直すか、別の人か確かめてください。',
  },
  'roster.name-missing': {
    found: '氏名が空です。',
    why: '職員としては取り込みますが、登録済みの氏名がなければ空のままです。',
    next: '名簿の氏名を確かめてください。',
  },
  'roster.division-missing': {
    found: '所属が空の行です。',
    why: 'この行からは配属を作りません。登録済みの配属はそのまま残します。',
    next: '所属を入れて、取り込み直してください。',
  },
  'roster.division-code-differs': {
    found: '一つの所属コードに、違う部署名が付いています。',
    why: 'コードで部署を見分けるため、行の多いほうの名前を使いました。',
    next: '所属コードか部署名に誤りがないか確かめてください。',
  },
  'roster.bad-date': {
    found: '日付として読めません。',
    why: '暦にない日や、その元号にない年の可能性があります。この欄は使いません。',
    next: 'R8.4.1 や 2026-04-01 の形で入れ直してください。',
  },
  'roster.reversed-dates': {
    found: '終わりの日が始まりの日より前です。',
    why: '期間として使えないため、終わりの日を使いません。',
    next: '発令日と終了日を確かめてください。',
  },
  'roster.unknown-leave': {
    found: '休職区分の言葉を知りません。',
    why: '在職として数えます。',
    next: '休職・育休・在職などの言葉に直すか、このままでよいか確かめてください。',
  },
  'roster.unknown-concurrent': {
    found: '兼務の欄の言葉を知りません。',
    why: '本務として数えます。',
    next: '本務または兼務と入れてください。',
  },
  'roster.private-use-character': {
    found: '外字（この組織だけの文字）が含まれています。',
    why: '入力のとおりに保存します。ほかのPCでは別の形に見えることがあります。',
    next: '表示が崩れるときは、読みと職員番号で確かめてください。',
  },
  'roster.variation-selector': {
    found: '異体字の指定が付いた文字が含まれています。',
    why: '入力のとおりに保存します。Shift_JIS（CP932）のCSVには書けません。',
    next: 'CSVに書き出すときはUTF-8を選んでください。',
  },
  'roster.replacement-character': {
    found: '読めなかった文字（�）が含まれています。',
    why: 'ファイルを作ったときに、文字が失われています。',
    next: '元の名簿の文字を確かめ、UTF-8かXLSXで保存し直してください。',
  },
  'roster.name-differs': {
    found: '同じ職員番号の行で、氏名が違います。',
    why: '旧姓の可能性も、番号の誤りの可能性もあります。本務の行の氏名を使いました。',
    next: '同じ人か確かめてください。',
  },
  'roster.duplicate-row': {
    found: '同じ職員の同じ配属が、二度書かれています。',
    why: '一度だけ数えます。',
    next: '行が重複していないか確かめてください。',
  },
  'roster.several-main-posts': {
    found: '本務が二つ以上あります。',
    why: '兼務の列がなければ、最初の行を本務、ほかを兼務とします。列があれば書かれたとおりにします。',
    next: '兼務の欄を確かめてください。',
  },
  'roster.bad-email': {
    found: 'メールアドレスとして読めません。',
    why: 'バッジとの照合に使えないため、保存しません。',
    next: 'アドレスを確かめてください。複数あるときは「;」で区切ります。',
  },
  'roster.shared-email': {
    found: '同じメールアドレスが、二人以上に付いています。',
    why: 'このアドレスあてのバッジは、だれのものか自動では決めません。',
    next: '課の共用アドレスなら、個人のアドレスに直してください。',
  },
  'roster.maybe-same-person': {
    found: '生年月日と読みが、別の職員番号の人と同じです。',
    why: '再任用などで番号が変わった可能性があります。自動では同じ人にしません。',
    next: '同じ人なら、バッジの照合で結び付けてください。',
  },
}
