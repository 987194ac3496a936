/** Writing, kana and romaji of a name. */
export type NamePart = readonly [writing: string, kana: string, romaji: string]

/** Surnames with the variants that trip programs: 髙, 邉, 邊, 﨑, 濵. All can be written in CP932. */
export const surnames: readonly NamePart[] = [
  ['髙橋', 'タカハシ', 'takahashi'], ['高橋', 'タカハシ', 'takahashi'], ['渡邉', 'ワタナベ', 'watanabe'], ['渡邊', 'ワタナベ', 'watanabe'], ['渡辺', 'ワタナベ', 'watanabe'],
  ['浜﨑', 'ハマサキ', 'hamasaki'], ['濵田', 'ハマダ', 'hamada'], ['山﨑', 'ヤマザキ', 'yamazaki'], ['佐藤', 'サトウ', 'sato'], ['鈴木', 'スズキ', 'suzuki'],
  ['田中', 'タナカ', 'tanaka'], ['伊藤', 'イトウ', 'ito'], ['山本', 'ヤマモト', 'yamamoto'], ['中村', 'ナカムラ', 'nakamura'], ['小林', 'コバヤシ', 'kobayashi'],
  ['加藤', 'カトウ', 'kato'], ['榊原', 'サカキバラ', 'sakakibara'], ['石動', 'イスルギ', 'isurugi'], ['相原', 'アイハラ', 'aihara'], ['小野寺', 'オノデラ', 'onodera'],
  ['中里', 'ナカザト', 'nakazato'], ['森川', 'モリカワ', 'morikawa'], ['久保田', 'クボタ', 'kubota'], ['三枝', 'サエグサ', 'saegusa'], ['佐伯', 'サエキ', 'saeki'],
  ['清水', 'シミズ', 'shimizu'], ['斎藤', 'サイトウ', 'saito'], ['齋藤', 'サイトウ', 'saito'], ['齊藤', 'サイトウ', 'saito'], ['藤井', 'フジイ', 'fujii'],
  ['岡', 'オカ', 'oka'], ['林', 'ハヤシ', 'hayashi'], ['勅使河原', 'テシガワラ', 'teshigawara'], ['五十嵐', 'イガラシ', 'igarashi'], ['長谷川', 'ハセガワ', 'hasegawa'],
  ['村上', 'ムラカミ', 'murakami'], ['近藤', 'コンドウ', 'kondo'], ['遠藤', 'エンドウ', 'endo'], ['桑原', 'クワバラ', 'kuwabara'], ['栁田', 'ヤナギダ', 'yanagida'],
]

/** Given names. 能, 予 and 圭 end in the byte 0x5C in CP932. */
export const givenNames: readonly NamePart[] = [
  ['亮介', 'リョウスケ', 'ryosuke'], ['千尋', 'チヒロ', 'chihiro'], ['健', 'ケン', 'ken'], ['誠一', 'セイイチ', 'seiichi'], ['由香里', 'ユカリ', 'yukari'],
  ['大輔', 'ダイスケ', 'daisuke'], ['麻衣', 'マイ', 'mai'], ['直樹', 'ナオキ', 'naoki'], ['慎吾', 'シンゴ', 'shingo'], ['彩', 'アヤ', 'aya'],
  ['文香', 'フミカ', 'fumika'], ['隆', 'タカシ', 'takashi'], ['圭', 'ケイ', 'kei'], ['能成', 'ヨシナリ', 'yoshinari'], ['明日香', 'アスカ', 'asuka'],
  ['陽子', 'ヨウコ', 'yoko'], ['浩', 'ヒロシ', 'hiroshi'], ['美咲', 'ミサキ', 'misaki'], ['翔太', 'ショウタ', 'shota'], ['さくら', 'サクラ', 'sakura'],
  ['健太郎', 'ケンタロウ', 'kentaro'], ['恵', 'メグミ', 'megumi'], ['昭仁', 'アキヒト', 'akihito'], ['真理子', 'マリコ', 'mariko'], ['徹', 'トオル', 'toru'],
  ['拓海', 'タクミ', 'takumi'], ['結衣', 'ユイ', 'yui'], ['智也', 'トモヤ', 'tomoya'], ['久美子', 'クミコ', 'kumiko'], ['豊', 'ユタカ', 'yutaka'],
  ['ひかる', 'ヒカル', 'hikaru'], ['瑞穂', 'ミズホ', 'mizuho'], ['蓮', 'レン', 'ren'], ['静', 'シズカ', 'shizuka'], ['一', 'ハジメ', 'hajime'],
]
