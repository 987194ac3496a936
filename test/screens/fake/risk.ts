import type { Output } from '../../../shared/contract'
import { skillPaths } from './city'

/** An invented answer with a line of each kind. */
export const risk: Output<'risk.read'> = {
  losses: [
    {
      divisionCode: '0104',
      division: '総務部/防災危機管理課',
      skill: skillPaths[3]!,
      level: 1,
      before: 2,
      after: 0,
      hole: 'empty',
      target: null,
      because: [
        { staffNumber: '000101', reason: 'retirement', on: '2027-04-01' },
        { staffNumber: '000102', reason: 'badge-ended', on: '2027-02-28' },
      ],
    },
    {
      divisionCode: '0102',
      division: '総務部/法務文書課',
      skill: skillPaths[1]!,
      level: 1,
      before: 1,
      after: 0,
      hole: 'empty',
      target: null,
      because: [{ staffNumber: '000102', reason: 'badge-ended', on: '2027-02-28' }],
    },
  ],
  single: [{ divisionCode: null, division: '*', skill: skillPaths[4]!, staffNumber: '000101' }],
  ending: [
    {
      staffNumber: '000102',
      skill: skillPaths[3]!,
      level: 2,
      credentialId: 7,
      credentialUri: 'urn:badge:7',
      achievementName: '災害対策 中級',
      on: '2027-02-28',
    },
  ],
  leavers: [{ staffNumber: '000101', reason: 'retirement', on: '2027-04-01' }],
  people: [
    { staffNumber: '000101', name: '相原 直樹', kana: 'アイハラ ナオキ', divisionCode: '0104', division: '総務部/防災危機管理課', post: '課長' },
    { staffNumber: '000102', name: '井上 文', kana: 'イノウエ フミ', divisionCode: '0102', division: '総務部/法務文書課', post: '主査' },
  ],
}
