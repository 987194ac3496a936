import type { Output } from '../../../shared/contract'
import type { RegisterEntry } from '../../../shared/contract/register'

const entry = (
  id: string,
  name: string,
  nameEn: string | null,
  confirmedBy: string,
  confirmedOn: string,
  how: string,
  keys: RegisterEntry['keys'],
  badges: number,
  waiting: number,
): RegisterEntry => ({
  id,
  name,
  nameEn,
  confirmedBy,
  confirmedOn,
  how,
  keys,
  badges,
  waiting,
})

const key = (id: string, fingerprint: string, validFrom: string | null, validUntil: string | null) => ({ id, fingerprint, validFrom, validUntil })

export const register: Output<'register.read'> = {
  entries: [
    entry(
      'did:web:toho.example',
      '東峰大学 通信教育部',
      'Toho University',
      '佐伯 由香里',
      '2025-04-11',
      '公文書（学務第98号）',
      [
        key('did:web:toho.example#key-1', '3B7A 0C2D 91EE F04A 7751 2C9D 8E63 B1F0', '2024-04-01T00:00:00+09:00', '2026-10-01T00:00:00+09:00'),
        key('did:web:toho.example#key-2', '7K2M 9QXD 4TFA 0B8N H6WC 3RVE J5YP 1GZS', '2026-10-01T00:00:00+09:00', null),
      ],
      231,
      46,
    ),
    entry(
      'did:key:z6MkfExampleOfTheNationalTrainingInstitute',
      '全国自治体研修機構',
      'National Local Government Training Institute',
      '佐伯 由香里',
      '2025-04-11',
      '担当者の対面',
      [key('did:key:z6MkfExampleOfTheNationalTrainingInstitute', '91C4 77AB 2E05 D3F8 6A1B 9C40 55E2 08D7', '2024-04-01T00:00:00+09:00', null)],
      118,
      0,
    ),
    entry(
      'did:key:z6MkaAomineTrainingCentre',
      '青峰市研修センター',
      null,
      '森川 慎吾',
      '2025-04-11',
      '自庁で作成',
      [key('did:key:z6MkaAomineTrainingCentre', '0D2E 4F11 8A9B 73C6 5E20 B4D8 91F7 6C3A', '2023-04-01T00:00:00+09:00', null)],
      87,
      0,
    ),
    entry('https://bousai.example/issuer', '地域防災教育協議会', null, '佐伯 由香里', '2025-06-01', '鍵なし（照会で確認）', [], 64, 31),
    entry(
      'did:web:kyuryo.example',
      '丘陵工科大学',
      'Kyuryo Institute of Technology',
      '佐伯 由香里',
      '2025-06-02',
      '公文書',
      [
        key('did:web:kyuryo.example#a', 'A011 B203 C405 D607 E809 F1AB 23CD 45EF', '2025-04-01T00:00:00+09:00', null),
        key('did:web:kyuryo.example#b', '55E2 08D7 91C4 77AB 2E05 D3F8 6A1B 9C40', '2025-04-01T00:00:00+09:00', null),
      ],
      39,
      0,
    ),
    entry(
      'did:web:hokurei.example',
      '北嶺データ学院',
      null,
      '佐伯 由香里',
      '2026-01-20',
      '電話と書面',
      [key('did:web:hokurei.example#1', '6A1B 9C40 55E2 08D7 91C4 77AB 2E05 D3F8', '2025-10-01T00:00:00+09:00', null)],
      21,
      0,
    ),
  ],
  unregistered: [
    { id: 'did:key:z6MkuToho', claimedName: '東峯大学', badges: 2, wouldCount: 2, looksLike: '東峰大学 通信教育部' },
    { id: 'did:web:minato.example', claimedName: 'みなと語学協会', badges: 7, wouldCount: 0, looksLike: null },
    { id: 'did:key:z6MknNameless', claimedName: null, badges: 3, wouldCount: 3, looksLike: null },
  ],
}

export const registerPreview: Output<'register.preview'> = {
  digest: 'd'.repeat(64),
  changes: [
    {
      id: 'did:web:toho.example',
      name: '東峰大学 通信教育部',
      nameBefore: null,
      change: 'changed',
      keys: [
        {
          ...key('did:web:toho.example#key-1', '7K2M 9QXD 4T1A 8WZR 2FJN 6PHB 0C3E 5VGY', '2024-04-01T00:00:00+09:00', '2026-10-01T00:00:00+09:00'),
          change: 'changed',
        },
      ],
    },
  ],
  replaced: ['did:web:toho.example#key-1'],
  warnings: [],
}

/** A key ending in K is read; any other has a typing error. */
export function readKey(id: string, publicKeyMultibase: string | null): Output<'register.readKey'> {
  const entry = register.entries.find((one) => one.id === id)
  const isRead = publicKeyMultibase?.endsWith('K') === true
  return {
    key: isRead ? { fingerprint: 'AAAA BBBB CCCC DDDD EEEE FFFF GGGG HHHH', registered: false } : null,
    problem: publicKeyMultibase === null || isRead ? null : { code: 'register.unreadable-key', detail: publicKeyMultibase },
    replaces: entry === undefined ? null : (({ badges: _badges, waiting: _waiting, ...facts }) => facts)(entry),
  }
}
