import type { SkillMapping } from '../../../shared/model/skill'
import type { IssuerName, Issuers } from './issuers'

/** What can be achieved in the sample city. */
export interface SampleAchievement {
  readonly id: string
  readonly issuer: IssuerName
  readonly name: string
  readonly criteria: string
  readonly tags: readonly string[]
  /** Skills it stands for; none where nobody has mapped it. */
  readonly skills: readonly { readonly skill: string; readonly level: 1 | 2 | 3 | 4 }[]
}

const skillPaths = {
  データ活用: '行政DX/データ活用',
  GIS: '行政DX/GIS',
  生成AI活用: '行政DX/生成AI活用',
  情報セキュリティ: '行政DX/情報セキュリティ',
  法務: '法務・契約/法務',
  契約調達: '法務・契約/契約調達',
  個人情報保護: '法務・契約/個人情報保護',
  会計財政: '財務/会計財政',
  災害対策: '防災・福祉/災害対策',
  福祉制度: '防災・福祉/福祉制度',
  外国語対応: '市民対応/外国語対応',
  住民協働: '市民対応/住民協働',
} as const
export type SkillName = keyof typeof skillPaths

type Written = readonly [issuer: IssuerName, token: string, name: string, criteria: string, ...skills: readonly (readonly [SkillName, 1 | 2 | 3 | 4])[]]

const catalogue: readonly Written[] = [
  ['kenshu', 'sec-basic', '自治体情報セキュリティ基礎', '情報の区分に応じた取扱いを説明できる。', ['情報セキュリティ', 1]],
  ['kenshu', 'privacy', '個人情報保護 実務者', '開示請求と漏えい時の手順を実行できる。', ['個人情報保護', 2]],
  ['kenshu', 'contract-basic', '契約事務 基礎', '随意契約と入札の要件を説明できる。', ['契約調達', 1]],
  ['kenshu', 'budget', '予算と決算の基礎', '予算書と決算書を読み、課の予算案を作れる。', ['会計財政', 1]],
  ['kenshu', 'genai-basic', '生成AIの業務利用', '入力してよい情報を判断し、下書きを作れる。', ['生成AI活用', 1]],
  ['kenshu', 'collab', '住民協働 入門', '地域の会議の場を設けられる。', ['住民協働', 1]],
  ['kenshu', 'manners', '窓口接遇マナー', '来庁者を適切な窓口へ案内できる。'],
  ['bousai', 'basic', '地域防災リーダー 初級', '避難所の役割を説明できる。', ['災害対策', 1]],
  ['bousai', 'mid', '地域防災リーダー 中級', '避難所の開設と運営を計画できる。', ['災害対策', 2]],
  ['bousai', 'advanced', '災害対策本部運営 上級', '図上訓練で班を指揮できる。', ['災害対策', 3]],
  ['nexus', 'genai-practice', '生成AI活用 実践', '業務手順に組み込み、効果を測れる。', ['生成AI活用', 2]],
  ['nexus', 'software', 'ソフトウェア調達実務', '仕様書と安全要件をまとめられる。', ['契約調達', 2], ['情報セキュリティ', 1]],
  ['nexus', 'plain', 'やさしい日本語', 'やさしい日本語で通知文を書ける。', ['外国語対応', 1]],
  ['jichi', 'law-basic', '法制執務 基礎', '例規の改正文を作れる。', ['法務', 1]],
  ['jichi', 'law-mid', '訴訟対応 実務', '争点を整理し、代理人と協議できる。', ['法務', 2]],
  ['jichi', 'procure', '公共調達実務 上級', '総合評価落札方式の発注を設計できる。', ['契約調達', 3]],
  ['jichi3', 'finance', '地方財政分析', '財政指標から課題を示せる。', ['会計財政', 3]],
  ['jichi3', 'privacy-lead', '個人情報保護 指導者', '庁内の点検を計画し、指導できる。', ['個人情報保護', 3]],
  ['toho', 'data-1', '統計とデータ分析 I', '表とグラフで現状を説明できる。', ['データ活用', 1]],
  ['toho', 'data-2', '統計とデータ分析 II', '推定と検定で施策を比べられる。', ['データ活用', 2]],
  ['toho', 'data-3', '統計とデータ分析 III', '因果を考えた評価を設計できる。', ['データ活用', 3]],
  ['toho', 'gis-mid', '地理空間情報の行政活用 中級', '地図に業務データを重ね、結果を示せる。', ['GIS', 2]],
  ['kyuryo', 'gis-advanced', '空間解析 上級', '到達圏と人口から施設配置を検討できる。', ['GIS', 3]],
  ['kyuryo', 'data-lead', 'データ活用推進リーダー', '部門を越えた分析を率いられる。', ['データ活用', 4]],
  ['hokurei', 'sec-mid', 'セキュリティ運用 中級', '記録から異常を見つけ、初動を取れる。', ['情報セキュリティ', 2]],
  ['hokurei', 'sec-lead', '情報セキュリティ統括', '方針を定め、訓練を率いられる。', ['情報セキュリティ', 4]],
  ['shiomi', 'welfare-1', '福祉制度 基礎', '制度の対象と手続を説明できる。', ['福祉制度', 1]],
  ['shiomi', 'welfare-2', 'ソーシャルワーク実践', '複合した課題の支援計画を作れる。', ['福祉制度', 2]],
  ['shiomi', 'counter', '多言語窓口対応', '通訳を介して手続を進められる。', ['外国語対応', 2]],
  ['shiomi', 'facilitator', '住民協働ファシリテーター', '対立のある話合いをまとめられる。', ['住民協働', 3]],
  ['minato', 'english', '英語窓口対応', '英語で手続を案内できる。', ['外国語対応', 2]],
]

/** The catalogue with the addresses its issuers give. */
export function makeAchievements({ by }: Issuers): readonly SampleAchievement[] {
  return catalogue.map(([issuer, token, name, criteria, ...skills]) => ({
    id:
      by[issuer].format === 'hosted'
        ? `https://${by[issuer].host}/api/v1.0/openbadge/v2/BadgeClass/${issuer}-${token}`
        : `https://${by[issuer].host}/achievements/${token}`,
    issuer,
    name,
    criteria,
    tags: skills.map(([skill]) => skill),
    skills: skills.map(([skill, level]) => ({ skill: skillPaths[skill], level })),
  }))
}

/** `skills.csv`: the mapping the personnel section has approved. The table names no issuer; each achievement is its own issuer's. */
export function makeSkillsFile(
  achievements: readonly SampleAchievement[],
  { by }: Issuers,
): { readonly text: string; readonly mappings: readonly SkillMapping[] } {
  const mappings = achievements.flatMap((achievement) =>
    achievement.skills.map(({ skill, level }) => ({ achievementId: achievement.id, issuerId: by[achievement.issuer].id, skill, level })),
  )
  const rows = mappings.map(({ achievementId, skill, level }) => `${achievementId},${skill},${level}\r\n`)
  return { text: `achievementId,skill,level\r\n${rows.join('')}`, mappings }
}
