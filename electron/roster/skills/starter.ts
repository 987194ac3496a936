import type { SkillPath } from '../../../shared/model/skill'

/** A skill of the starter tree and the words, Japanese and English, by which an achievement is recognised as one of its. */
export interface StarterSkill {
  readonly path: SkillPath
  readonly words: readonly string[]
}

/** A small tree of what a city hall needs, for cities that have none yet. The longest word found in an achievement decides. */
export const starterSkills: readonly StarterSkill[] = [
  {
    path: '行政DX/データ活用',
    words: ['データ活用', 'データ分析', 'データサイエンス', 'データリテラシー', 'EBPM', '統計', 'data science', 'data analysis', 'data literacy', 'statistics'],
  },
  { path: '行政DX/生成AI活用', words: ['生成AI', 'AI活用', '人工知能', 'AIリテラシー', 'AI', 'generative ai', 'artificial intelligence'] },
  { path: '行政DX/業務改革', words: ['業務改革', '業務改善', 'BPR', 'サービスデザイン', 'RPA', 'ノーコード', 'service design', 'process improvement'] },
  { path: '行政DX/GIS', words: ['GIS', '地理情報', '空間データ', 'geographic information'] },
  { path: '行政DX/プログラミング', words: ['プログラミング', 'Python', 'programming', 'coding'] },
  { path: '情報管理/情報セキュリティ', words: ['情報セキュリティ', 'サイバーセキュリティ', 'セキュリティ', 'security'] },
  { path: '情報管理/個人情報保護', words: ['個人情報', 'プライバシー', 'マイナンバー', 'privacy', 'personal information', 'data protection'] },
  { path: '情報管理/情報公開・文書', words: ['情報公開', '公文書', '文書管理', 'records management'] },
  { path: '法務・契約/法務', words: ['法務', '政策法務', '行政法', '条例', '訴訟', '法制執務', 'legal', 'administrative law'] },
  { path: '法務・契約/契約調達', words: ['契約', '調達', '入札', 'PFI', 'procurement', 'contract'] },
  { path: '財務/会計財政', words: ['会計', '財政', '予算', '簿記', '公会計', 'accounting', 'public finance', 'budget'] },
  { path: '財務/税務', words: ['税務', '地方税', '徴収', '課税', 'taxation'] },
  { path: '防災/災害対策', words: ['防災', '災害', '危機管理', '避難所', '防災士', 'disaster', 'crisis management', 'emergency management'] },
  { path: '防災/救命救急', words: ['救命', '応急手当', 'AED', 'first aid'] },
  { path: '福祉/福祉制度', words: ['福祉', '生活保護', '社会保障', 'social welfare'] },
  { path: '福祉/相談支援', words: ['相談支援', 'ケースワーク', 'カウンセリング', 'counselling', 'counseling', 'casework'] },
  { path: '福祉/子ども・子育て', words: ['子育て', '児童', '保育', '子ども', 'childcare', 'child welfare'] },
  { path: '福祉/高齢・介護', words: ['高齢者', '介護', '認知症', 'elderly care', 'dementia'] },
  { path: '市民協働/住民協働', words: ['協働', 'ファシリテーション', 'まちづくり', 'ワークショップ', 'facilitation', 'community engagement'] },
  { path: '市民協働/外国語対応', words: ['外国語', '英語', '多文化', 'やさしい日本語', 'english', 'intercultural', 'multicultural'] },
  { path: '市民協働/窓口・接遇', words: ['接遇', '窓口', 'クレーム対応', 'customer service'] },
  { path: '市民協働/広報', words: ['広報', 'SNS', '情報発信', 'public relations'] },
  { path: '都市・環境/都市計画', words: ['都市計画', '土地利用', '景観', 'urban planning', 'city planning'] },
  { path: '都市・環境/土木・施設', words: ['土木', '橋梁', '道路', '公共施設', '建築', 'civil engineering', 'facility management'] },
  { path: '都市・環境/環境・脱炭素', words: ['環境', '脱炭素', 'カーボンニュートラル', 'SDGs', 'climate', 'decarbonisation', 'decarbonization'] },
  { path: '組織運営/プロジェクト管理', words: ['プロジェクト管理', 'プロジェクトマネジメント', 'project management'] },
  { path: '組織運営/マネジメント', words: ['マネジメント', '管理職', 'リーダーシップ', '人材育成', 'management', 'leadership'] },
]
