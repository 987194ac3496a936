/** Words of the system's own dialogs and menu. */
export const native = {
  windowTitle: '適材 Tekizai',
  menu: {
    file: 'ファイル',
    quit: '終了',
    edit: '編集',
    undo: '元に戻す',
    redo: 'やり直し',
    cut: '切り取り',
    copy: 'コピー',
    paste: '貼り付け',
    selectAll: 'すべて選択',
    view: '表示',
    zoomIn: '拡大',
    zoomOut: '縮小',
    resetZoom: '元の大きさ',
    fullScreen: '全画面',
  },
  choose: {
    badges: '取り込むバッジのファイルを選ぶ',
    folder: '取り込むフォルダーを選ぶ',
    roster: '職員名簿（CSV・XLSX）を選ぶ',
    register: '発行者台帳のファイル（JSON）を選ぶ',
    skills: '対応付けの表（CSV）を選ぶ',
    requirements: '必要な力の表（CSV・XLSX）を選ぶ',
  },
  save: {
    report: '報告書の保存先',
    original: '元のファイルの保存先',
    courierList: '照会一覧の保存先',
    courierScript: '照会スクリプトの保存先',
    requirements: '必要な力の表の保存先',
  },
  fileTypes: { roster: '職員名簿', register: '発行者台帳', skills: '対応付けの表', requirements: '必要な力の表', all: 'すべてのファイル' },
  replace: {
    message: (path: string) => `${path} は、すでにあります。置き換えますか。`,
    buttons: ['置き換える', 'やめる'],
  },
  stopped: {
    message: '画面が止まりました。',
    detail: '取り込んだデータは失われていません。画面を開き直すと、続けられます。',
    buttons: ['画面を開き直す', '適材を終了する'],
  },
  slow: {
    message: '画面が応答していません。',
    detail: '取り込んだデータは失われていません。しばらく待つか、画面を開き直してください。',
    buttons: ['待つ', '画面を開き直す'],
  },
  start: {
    notOpened: '適材を開けませんでした。',
    refused: (word: string) =>
      `「${word}」を付けては開きません。この端末のデータを守るため、適材が知っている指定だけを受け付けます。外してから、もう一度開いてください。`,
    missing: (word: string) => `「${word}」の値がありません。`,
    engineEnded: '処理を行う部分が止まりました。取り込み済みのデータは失われていません。もう一度開いてください。',
  },
}
