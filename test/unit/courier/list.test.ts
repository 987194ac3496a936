import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { courierList } from '../../../electron/engine/knowledge/courierList'
import { closeEngine } from '../../../electron/engine/open'
import { ensureBuild } from '../../run/freshBuild.ts'
import { importWhole, openScratchEngine } from '../engine/stand'
import { scratch } from './loopback'

const home = 'https://badge.example.jp'
const hosted = (id: string, issuer = `${home}/issuer/1`) => ({
  '@context': 'https://w3id.org/openbadges/v2',
  type: 'Assertion',
  id,
  recipient: { type: 'email', hashed: false, identity: 'taro@city.example' },
  badge: { type: 'BadgeClass', id: `${home}/class/1`, name: '地域防災リーダー', issuer },
  verification: { type: 'HostedBadge' },
  issuedOn: '2025-06-14T00:00:00+09:00',
})

beforeAll(() => ensureBuild())

/** The list after these documents were imported. */
async function listOf(...documents: readonly object[]) {
  const folder = scratch()
  documents.forEach((document, index) => {
    writeFileSync(join(folder, `${index}.json`), JSON.stringify(document))
  })
  const engine = openScratchEngine()
  try {
    await importWhole(engine, folder)
    return await courierList(engine, { olderThanDays: 180 })
  } finally {
    await closeEngine(engine)
  }
}

describe('the list for the courier', () => {
  it('names each address once, with how many credentials it may settle, hosted badges first', async () => {
    expect(await listOf(hosted(`${home}/a/2`), hosted(`${home}/a/1`))).toEqual({
      urls: [
        { url: `${home}/a/1`, why: 'hosted', credentials: 1 },
        { url: `${home}/a/2`, why: 'hosted', credentials: 1 },
        { url: `${home}/issuer/1`, why: 'profile', credentials: 2 },
      ],
      leftOut: 0,
    })
  })
  it('has no address that names a person or a local host', async () => {
    const telling = ['/a?to=taro@city.example', '/a/taro%40city.example', '/a/taro@city.example/1', '?email=taro%40city.example'].map((rest) => home + rest)
    const opening = ['https://user:secret@badge.example.jp/a', 'https://user@badge.example.jp/a']
    const { urls, leftOut } = await listOf(...[...telling, ...opening].map((id) => hosted(id)), hosted(`${home}/@handle/1`))
    expect(urls.map(({ url }) => url)).toEqual([`${home}/@handle/1`, `${home}/issuer/1`])
    expect(leftOut).toBe(6)
  })
  it('is empty where nothing is open', async () => {
    expect(await listOf({ id: `${home}/issuer/1`, type: 'Issuer', name: '協議会', url: home })).toEqual({ urls: [], leftOut: 0 })
  })
})
