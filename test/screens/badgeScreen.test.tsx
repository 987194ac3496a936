import { describe, expect, test } from 'vitest'
import type { Output } from '../../shared/contract'
import { success } from '../../shared/model/problem'
import { readBadge } from './fake/person'
import { fakeApi } from './fakeApi'
import { shown, words } from './shown'

describe('a badge', () => {
  test('that cannot be decided says so, and that it is not fake', async () => {
    const page = words(await shown(fakeApi(), '#/badge?badge=27'))
    expect(page).toContain('本物かどうかは、この端末だけでは決められません。')
    expect(page).toContain('偽物という意味ではありません。')
    expect(page).toContain('スキルには数えません')
  })

  test('that is rejected says what does not fit, and marks its claims', async () => {
    const page = words(await shown(fakeApi(), '#/badge?badge=228'))
    expect(page).toContain('署名と内容が合いません。')
    expect(page).toContain('このバッジが言っていること（参考）')
    expect(page).toContain('/proof/proofValue')
  })

  test('has one row for each axis', async () => {
    const page = words(await shown(fakeApi(), '#/badge?badge=2'))
    for (const axis of ['内容', '発行者', '期限', '失効', '形式', '受け取った人']) expect(page).toContain(` ${axis} `)
    expect(page).toContain('スキルに数えます')
  })

  test('shows its bytes, digests and text under the technical information', async () => {
    const page = words(await shown(fakeApi(), '#/badge?badge=2'))
    expect(page).toContain('9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08')
    expect(page).toContain('元のファイルを保存')
    expect(page).toContain('OpenBadgeCredential')
  })

  test('that does not exist is shown as a problem; without a choice the screen says so', async () => {
    expect(await shown(fakeApi(), '#/badge?badge=99999')).toContain('role="alert"')
    expect(words(await shown(fakeApi(), '#/badge'))).toContain('バッジが選ばれていません')
  })

  test('lists who endorses it, how far each is proven, and what does not fit', async () => {
    const page = words(await shown(fakeApi(), '#/badge?badge=2'))
    expect(page).toContain('推薦は、推薦した人が書いたことだけを示します。')
    expect(page).toContain('地域防災教育協議会')
    expect(page).toContain('避難所運営の標準的な内容です。')
    expect(page).toContain('名のるだけの会（バッジの記載）')
    expect(page).toContain('この推薦は、付いている相手とは別のものについて書かれています。')
    expect(words(await shown(fakeApi(), '#/badge?badge=27'))).not.toContain('推薦')
  })

  test('shows why it was reverified', async () => {
    expect(words(await shown(fakeApi(), '#/badge?badge=2'))).toContain('もう一度検証しました 発行者台帳が変わったため')
  })

  test('is complete in English', async () => {
    const page = words(await shown(fakeApi({ locale: 'en' }), '#/badge?badge=27'))
    expect(page).toContain('This PC alone cannot decide whether it is genuine.')
    expect(page).toContain('What was checked')
  })
})

describe('the head of a badge shows each doubt with its next step', () => {
  const told = async (change: (badge: Output<'badge.read'>) => Partial<Output<'badge.read'>>) => {
    const badge = readBadge(2)!
    return words(await shown(fakeApi({}, { 'badge.read': () => success({ ...badge, ...change(badge) }) }), '#/badge?badge=2'))
  }

  test('another badge with its id, with a link to it and the next step, for a proven and an unproven badge', async () => {
    const problems = [{ code: 'credential.contested-id' as const, detail: 'late.json' }]
    for (const more of [
      { grade: 'verified', counts: true },
      { grade: 'unproven', counts: false },
    ] as const) {
      const page = await told(() => ({ ...more, contested: true, rivals: [27], problems }))
      expect(page).toContain('同じ番号のバッジがほかにもあります。')
      expect(page).toContain('もう一方のバッジを見る')
      expect(page).toContain('「取込」の持出し照会で確かめるか、発行者に問い合わせてください。')
    }
  })

  test('the day from which a newer version replaces it', async () => {
    const page = await told(() => ({ replacedBy: 27, replacedFrom: '2027-02-01' }))
    expect(page).toMatch(/ R9.2.1から、新しい版がこのバッジに代わります。 新しい版を見る/)
    expect(await told(() => ({ replacedBy: 27, replacedFrom: null }))).toContain('このバッジは、新しい版に差し替えられています。')
  })

  test('an unsolicited copy', async () => {
    const page = await told(() => ({ grade: 'unproven', counts: false, problems: [{ code: 'evidence.unsolicited', detail: '2026-11-16T10:30:00+09:00' }] }))
    expect(page).toContain('照会していない写しあり')
    expect(page).toContain('持出し照会で確かめる')
    expect(page).toContain('評価は上がりません。')
  })

  test.each(['unknown', 'invalid-list'] as const)('a status that is %s', async (status) => {
    const page = await told(({ axes }) => ({ grade: 'verified', counts: true, axes: { ...axes, status } }))
    expect(page).toMatch(/スキルに数えます *失効未確認/)
    expect(page).toContain(status === 'unknown' ? '失効リストを取り込むか、持出し照会に加えてください。' : '発行者の新しい失効リストを取り込んでください。')
  })

  test('revocation and expiry are shown; a counting badge has no doubt', async () => {
    const revoked = await told(({ axes }) => ({ grade: 'verified', counts: false, axes: { ...axes, status: 'revoked' } }))
    expect(revoked).toContain('理由は発行者に確かめてください。')
    expect(revoked).not.toContain('期限と失効に問題がなければ')
    const over = await told(({ axes }) => ({ grade: 'verified', counts: false, axes: { ...axes, time: 'expired' } }))
    expect(over).toContain('更新したバッジがあれば、取り込んでください。')
  })
})
