import type { Axes, AxisName, Grade } from '../../model/verification'
import type { Explanation } from '../explanation'

/** One value of an axis: a short label for tables, and the three sentences. */
export interface ValueWords extends Explanation {
  readonly label: string
}

export interface GradeWords {
  readonly letter: string
  readonly name: string
  readonly sentence: string
  readonly next: string
}

type Values = { readonly [Axis in AxisName]: Readonly<Record<Axes[Axis]['value'], ValueWords>> }

const axes: Readonly<Record<AxisName, string>> = {
  integrity: '内容',
  issuer: '発行者',
  time: '期限',
  status: '失効',
  schema: '形式',
  recipient: '受け取った人',
}

const values: Values = {
  integrity: {
    intact: {
      label: '署名と一致',
      found: '署名は内容と一致します。',
      why: '署名されたあとで、内容は変わっていません。',
      next: 'このまま使えます。発行者がだれかは「発行者」の欄を見てください。',
    },
    altered: {
      label: '署名と不一致',
      found: '署名と内容が合いません。',
      why: '署名のあとで内容が変わったか、別の鍵で署名されています。どの項目が変わったかは、このファイルからは分かりません。',
      next: 'もとのファイルを受け取り直してください。取り込むと、自動でもう一度検証します。',
    },
    unsigned: {
      label: '署名なし',
      found: 'このファイルには署名がありません。',
      why: '本物かどうかは、この端末だけでは決められません。偽物という意味ではありません。',
      next: '持出し照会に加えるか、署名の付いたバッジを発行者に頼んでください。',
    },
    unsupported: {
      label: '確かめられない',
      found: '署名はありますが、この端末では確かめられません。',
      why: '署名の方式に対応していないか、署名の鍵が手元にありません。偽物という意味ではありません。',
      next: '下の「見つかったこと」を見て、足りない鍵や文書を取り込んでください。',
    },
    'data-loss': {
      label: '署名の外の項目あり',
      found: '署名の対象に入らない項目があります。',
      why: 'その項目は、だれかがあとから書き加えたり変えたりしても、署名では分かりません。',
      next: '印の付いた項目を頼りにせず、発行者に正しい形のバッジを頼んでください。',
    },
    malformed: {
      label: '署名の形が不正',
      found: '署名または文書の形が、決まりに合いません。',
      why: 'この形では、何に署名したのかを一通りに決められません。',
      next: 'もとのファイルを受け取り直すか、発行者に確かめてください。',
    },
  },
  issuer: {
    registered: {
      label: '登録済み',
      found: '発行者台帳に登録された鍵です。',
      why: '台帳の鍵は、担当者が発行者に確かめたものです。',
      next: 'このまま使えます。',
    },
    unregistered: {
      label: '未登録',
      found: 'この鍵は、発行者台帳でこの発行者のものと確かめられていません。',
      why: '同じ鍵で署名されたことは分かりますが、その鍵がだれのものかは分かりません。',
      next: '発行者に公文書などで鍵を確かめてから、発行者台帳に登録してください。',
    },
    unauthenticated: {
      label: '未確認',
      found: '発行者の名前は、ファイルに書かれているだけです。',
      why: '同じ名は、だれでも書けます。偽物という意味ではありません。',
      next: '発行者の鍵を発行者台帳に登録するか、持出し照会に加えてください。',
    },
    unresolved: {
      label: '鍵なし',
      found: '署名の鍵が手元にありません。',
      why: '鍵が無いと、署名を確かめられません。この端末は外へ取りに行きません。',
      next: '発行者の鍵の文書を取り込むか、持出し照会に加えてください。',
    },
    mismatch: {
      label: '発行者と不一致',
      found: 'この署名やファイルは、記載された発行者のものではありません。',
      why: '別の発行者の鍵で署名されているか、発行者とは別の場所に置かれています。',
      next: '記載された発行者に、このバッジを発行したか確かめてください。',
    },
  },
  time: {
    current: {
      label: '期限内',
      found: '検証した時点で、有効期間の中にあります。',
      why: '期間の外にあるバッジは、スキルに数えません。',
      next: '期限が近いときは、更新の予定を確かめてください。',
    },
    'not-yet-valid': {
      label: '開始前',
      found: '有効期間がまだ始まっていません。',
      why: '始まるまでは、スキルに数えません。',
      next: '開始日のあとに、もう一度検証してください。この端末の時計も確かめてください。',
    },
    expired: {
      label: '期限切れ',
      found: '有効期限を過ぎています。',
      why: '期限切れは偽物という意味ではありませんが、今のスキルには数えません。',
      next: '更新したバッジがあれば、取り込んでください。',
    },
  },
  status: {
    none: {
      label: '仕組みなし',
      found: 'このバッジには、失効を調べる仕組みがありません。',
      why: '発行者が取り消しても、ファイルからは分かりません。',
      next: '気になるときは、発行者に確かめてください。',
    },
    clear: {
      label: '失効していない',
      found: '手元のリストや照会の日の時点では、失効していません。',
      why: 'その日よりあとの取り消しは、新しいリストを取り込むまで分かりません。',
      next: 'ときどき、新しいリストを取り込んでください。',
    },
    revoked: {
      label: '失効',
      found: '発行者がこのバッジを取り消しています。',
      why: '失効は偽物という意味ではありませんが、スキルには数えません。',
      next: '理由は発行者に確かめてください。',
    },
    suspended: {
      label: '一時停止',
      found: '発行者がこのバッジを一時停止しています。',
      why: '停止の間は、スキルに数えません。',
      next: '停止が解かれたら、新しいリストを取り込んでください。',
    },
    unknown: {
      label: '失効未確認',
      found: '失効しているかどうかは、分かりません。',
      why: '発行者の失効リストが手元に無いか、確かめられません。',
      next: '失効リストを取り込むか、持出し照会に加えてください。',
    },
    'invalid-list': {
      label: 'リストが使えない',
      found: '失効リストはありますが、使えません。',
      why: '署名、期限、発行者のいずれかが合わないリストでは、失効を判断できません。',
      next: '発行者の新しい失効リストを取り込んでください。',
    },
  },
  schema: {
    ok: {
      label: '問題なし',
      found: '規格の決まりに合っています。',
      why: '必要な項目がそろっています。',
      next: '何もすることはありません。',
    },
    warnings: {
      label: '注意あり',
      found: '規格の決まりと違うところがあります。',
      why: '形の違いだけで、本物かどうかは変わりません。',
      next: '表示に足りない項目があるときは、発行者に伝えてください。',
    },
  },
  recipient: {
    matched: {
      label: '一致',
      found: '名簿の職員と一致しました。',
      why: 'メールアドレスや、前に決めた対応が合っています。',
      next: '何もすることはありません。',
    },
    unmatched: {
      label: '未照合',
      found: 'だれのバッジか、まだ決まっていません。',
      why: '名前が同じだけでは、同じ人とは限りません。',
      next: '名簿にメールアドレスやDIDを加えて読み直してください。一致すると、自動で結び付きます。',
    },
    conflict: {
      label: '食い違い',
      found: '受け取った人の手がかりが、別々の職員を指しています。',
      why: 'どちらの人のバッジかを、自動では決められません。',
      next: '発行者に、だれに発行したかを確かめてください。名簿のメールアドレスも確かめてください。',
    },
  },
}

const grades: Readonly<Record<Grade, GradeWords>> = {
  verified: {
    letter: 'A',
    name: '署名検証済',
    sentence: '署名は内容と一致し、発行者は台帳に登録された者です。',
    next: '期限と失効に問題がなければ、スキルに数えます。',
  },
  confirmed: {
    letter: 'C',
    name: '照会済',
    sentence: '発行元の住所から取り寄せた写しと、同じ内容です。',
    next: '照会した日のあとの変更は分かりません。ときどき、照会し直してください。',
  },
  unregistered: {
    letter: 'B',
    name: '発行者未登録',
    sentence: '署名は内容と一致しますが、この鍵が発行者のものかは確かめられていません。',
    next: '発行者に鍵を確かめて発行者台帳に登録すると、「A 署名検証済」になります。',
  },
  unproven: {
    letter: 'D',
    name: '形式のみ',
    sentence: '本物かどうかは、この端末だけでは決められません。偽物という意味ではありません。',
    next: '持出し照会に加えるか、足りない鍵を取り込んでください。',
  },
  rejected: {
    letter: 'X',
    name: '不可',
    sentence: '署名や発行者が、内容と合いません。',
    next: 'もとのファイルを受け取り直すか、発行者に確かめてください。',
  },
}

/** The verdict in words: the names of the axes, their values, and the grades. */
export const verdict = { axes, values, grades }
