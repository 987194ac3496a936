import type { Calendar } from '../calendar'
import { divisionAt } from './divisionPlan'
import { type Post, regular, type Staff } from './staff'

/** 外字 no standard gives a meaning to: what this city writes for 𠮷, which CP932 does not have. */
const ownCharacter = '\ue000'

const address = (romaji: string, staffNumber: string) => `${romaji}-${staffNumber}@city.aomine.example`

/**
 * The people the city's story is about, always the same ones.
 *
 * @param did The DID of the one person who has one.
 */
export function makeStoryStaff({ day }: Calendar, did: string): readonly Staff[] {
  const post = (path: readonly string[], title: string, rest: Partial<Post> = {}): Post => ({
    division: divisionAt(...path),
    title,
    concurrent: false,
    leave: 'none',
    startsOn: day('2024-04-01'),
    lastDay: null,
    ...rest,
  })
  const person = (staffNumber: string, name: string, kana: string, romaji: string, posts: readonly Post[], rest: Partial<Staff> = {}): Staff => ({
    staffNumber,
    name,
    kana,
    romaji,
    formerName: null,
    emails: [address(romaji, staffNumber)],
    did: null,
    jobType: '事務',
    employment: regular,
    birthDate: day('1985-07-20'),
    hiredOn: day('2008-04-01'),
    termLastDay: null,
    posts,
    ...rest,
  })
  const disaster = ['総務部', '防災危機管理課']
  const termEnd = { termLastDay: day('2027-03-31') }
  return [
    person('001948', '榊原　誠一', 'サカキバラ　セイイチ', 'sakakibara', [post(disaster, '課長補佐')], {
      birthDate: day('1964-08-12'),
      hiredOn: day('1987-04-01'),
    }),
    person('006733', '浜﨑　健', 'ハマサキ　ケン', 'hamasaki', [post(disaster, '主査')], { employment: '任期付', hiredOn: day('2022-04-01'), ...termEnd }),
    person('012044', '渡邉　千尋', 'ワタナベ　チヒロ', 'watanabe', [post(disaster, '主任')], { formerName: '桑原' }),
    person('010587', '髙橋　亮介', 'タカハシ　リョウスケ', 'takahashi', [
      post(['市民部', '税務課'], '主査'),
      post(['企画財政部', '情報政策課'], '主査', { concurrent: true, startsOn: day('2026-04-01') }),
    ]),
    person('009933', '相原　直樹', 'アイハラ　ナオキ', 'aihara', [post(['都市整備部', '道路課'], '主任', { lastDay: day('2027-03-31') })], { jobType: '土木' }),
    person('004312', '佐伯　由香里', 'サエキ　ユカリ', 'saeki', [post(['総務部', '人事課'], '課長補佐')], { did, emails: [] }),
    person('002096', `${ownCharacter}田　昭仁`, 'ヨシダ　アキヒト', 'yoshida', [post(['総務部', '法務文書課'], '主査')]),
    person('900031', '三枝　隆', 'サエグサ　タカシ', 'saegusa', [post(['企画財政部', '企画課'], '専門員', { startsOn: day('2025-04-01') })], {
      employment: '再任用',
      birthDate: day('1962-05-03'),
      hiredOn: day('2025-04-01'),
      ...termEnd,
    }),
    person('011350', '小野寺　麻衣', 'オノデラ　マイ', 'onodera', [
      post(['市民部', '市民課'], '主事'),
      post(disaster, '主事', { concurrent: true, startsOn: day('2027-01-01') }),
    ]),
    person('007702', '石動　文香', 'イスルギ　フミカ', 'isurugi', [post(['福祉部', 'こども家庭課'], '主任', { leave: 'childcare' })], { formerName: '林' }),
    person('008114', '中里　大輔', 'ナカザト　ダイスケ', 'nakazato', [post(['総務部', '契約課'], '主査', { lastDay: day('2026-09-30') })]),
    person('009260', '森川　慎吾', 'モリカワ　シンゴ', 'morikawa', [post(['企画財政部', '情報政策課'], '主任')], {
      emails: ['Morikawa.Shingo@City.Aomine.example', 'm-shingo@mail-free.example'],
    }),
  ]
}

/** Members of the story by what they are there for. */
export const story = {
  retiringDisasterHolder: '001948',
  termEndDisasterHolder: '006733',
  unprovenDisasterHolder: '012044',
  concurrentPost: '010587',
  onlyGisHolder: '009933',
  did: '004312',
  ownCharacter: '002096',
  reemployed: '900031',
  futurePost: '011350',
  onChildcareLeave: '007702',
  postEnded: '008114',
  twoAddresses: '009260',
} as const
