#!/usr/bin/env node
// 適材 持出し照会 / Tekizai courier. For a PC on the internet, with Node.js 18 or newer; it needs nothing else and installs nothing.
// It is no part of the program, which never connects to anything: the program only writes this file out and reads the evidence that comes back.
import { createHash } from 'node:crypto'
import { lookup } from 'node:dns'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import http from 'node:http'
import https from 'node:https'
import { BlockList, isIP } from 'node:net'
import { networkInterfaces } from 'node:os'
import { basename, dirname, extname, join } from 'node:path'
import { unzipSync } from 'node:zlib'

const help = `適材 持出し照会（Tekizai courier）

使い方:  node courier.mjs 一覧.json 結果.json

  一覧.json   適材が書き出した、照会する住所（URL）の一覧です。
  結果.json   取り寄せた内容を、日時・応答した場所・SHA-256とともに書き込みます。
              大きいときは 結果-2.json、結果-3.json … に分けます。すべてUSBで適材に戻し、取り込んでください。

すること:   一覧の住所を、公開のウェブサイトから読むだけです。何も送らず、何も変えません。
            公開型バッジが名指すバッジクラス・発行者・失効リストもあわせて読みます。
しないこと: 庁内や自分のPCの住所には接続しません。証明書の正しくないサイトは信じません。
ご注意:     結果にはバッジの内容が入ります。職員の情報として扱ってください。

Usage:  node courier.mjs list.json evidence.json

  list.json      the addresses (URLs) to ask, as written by Tekizai.
  evidence.json  what was fetched, with time, answering host and SHA-256. A large result is split into evidence-2.json,
                 evidence-3.json … Bring all of them back to Tekizai and import them.

It only reads the listed addresses from public web sites, and the badge class, issuer profile and revocation list that a hosted badge names.
It sends nothing about anybody, changes nothing, and connects to no address of this PC or of a private network. Sites with a wrong certificate
are not believed. The evidence holds the content of badges: treat it as personal data.

Options:  --timeout-seconds N   この秒数で打ち切ります / give one address up after N seconds (20)
          --allow-loopback      試験用: 自分のPCにも接続します / for tests: also connect to this PC
`

const limits = { answerBytes: 5 * 1024 * 1024, fileBytes: 4_900_000, redirects: 5, atOnce: 4, keys: 10 }

/** One line in both languages, for the person who watches. */
const say = (japanese, english) => process.stderr.write(`${japanese} / ${english}\n`)

/** Ends a fetch with the word that goes into the evidence. */
class Refusal extends Error {}

// Networks nobody reaches over the internet. @source IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890)
const loopback = '127.0.0.0/8 ::1/128'
const closed =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 ' +
  '224.0.0.0/4 240.0.0.0/4 ::/128 64:ff9b:1::/48 100::/64 2001::/32 2001:db8::/32 2002::/16 fc00::/7 fe80::/10 fec0::/10 ff00::/8'

/** Which addresses must not be connected to: private networks, and this machine under any of its names. */
function makeGuard(allowLoopback) {
  const blocked = new BlockList()
  for (const [network, prefix] of (allowLoopback ? closed : `${loopback} ${closed}`).split(' ').map((subnet) => subnet.split('/')))
    blocked.addSubnet(network, Number(prefix), isIP(network) === 6 ? 'ipv6' : 'ipv4')
  for (const { address, family, internal } of Object.values(networkInterfaces()).flat())
    if (!(internal && allowLoopback)) blocked.addAddress(address.split('%')[0], /6/.test(family) ? 'ipv6' : 'ipv4')
  // An IPv4 address in the dress of IPv6 is judged as the IPv4 address it is.
  return (address) => blocked.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
}

/** Looks a name up and gives only what was judged: the connection is made to the very address that was looked at. */
const guardedLookup = (isBlocked) => (name, options, done) =>
  lookup(name, { ...options, all: true }, (error, found) => {
    if (error) return done(error)
    if (found.length === 0 || found.some(({ address }) => isBlocked(address))) return done(new Refusal('refused-address'))
    const [first] = found.sort((one, other) => one.family - other.family)
    return options.all ? done(null, found) : done(null, first.address, first.family)
  })

const headers = {
  accept: 'application/ld+json, application/json, application/vc+jwt;q=0.9, application/jwt;q=0.9, image/png;q=0.5, image/svg+xml;q=0.5, */*;q=0.1',
  'accept-encoding': 'identity',
  'user-agent': 'tekizai-courier/1',
}

/** One request without following anything: status, headers and the bytes that came. */
function ask(url, { isBlocked, signal }) {
  return new Promise((settle, refuse) => {
    const literal = url.hostname.replace(/^\[|\]$/g, '')
    if (isIP(literal) !== 0 && isBlocked(literal)) return refuse(new Refusal('refused-address'))
    let refusal
    // A connection that is cut says only that it was cut: who cut it, and why, is known here.
    const fail = (error) => refuse(signal.aborted ? new Refusal('time-out') : (refusal ?? error))
    const options = { headers, signal, agent: false, lookup: guardedLookup(isBlocked), rejectUnauthorized: true }
    const request = (url.protocol === 'https:' ? https : http).get(url, options, (response) => {
      const chunks = []
      let size = 0
      response.on('data', (chunk) => {
        size += chunk.length
        chunks.push(chunk)
        if (size <= limits.answerBytes) return
        refusal = new Refusal('too-large')
        request.destroy()
      })
      response.on('end', () => response.complete && settle({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) }))
      for (const end of ['error', 'close']) response.on(end, () => fail(new Refusal('broken-off')))
    })
    request.on('error', fail)
  })
}

/** The bytes as they were before a server packed them unasked. */
function unpacked({ headers, bytes }) {
  if (!/gzip|deflate/i.test(headers['content-encoding'] ?? '') || bytes.length === 0) return bytes
  try {
    return unzipSync(bytes, { maxOutputLength: limits.answerBytes })
  } catch (error) {
    throw new Refusal(error?.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'broken-off')
  }
}

/** Follows redirects from an address to its answer. What was reached so far is told even where it ends in a failure. */
async function follow(trace, surroundings) {
  for (;;) {
    const url = new URL(trace.finalUrl)
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new Refusal('not-http')
    const answer = await ask(url, surroundings)
    trace.host = url.host
    trace.status = answer.status
    const { location } = answer.headers
    if (![301, 302, 303, 307, 308].includes(answer.status) || location === undefined) return answer
    if (trace.redirects.length >= limits.redirects) throw new Refusal('too-many-redirects')
    const next = asAddress(location, url)
    if (next === null) throw new Refusal('not-http')
    trace.finalUrl = next.href
    trace.redirects.push(trace.finalUrl)
  }
}

/** The reason of a failure in one word; the details of this PC's network stay out of the evidence. */
const reasons = [
  [/^(ENOTFOUND|EAI_)/, 'no-such-host'],
  [/^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|ETIMEDOUT)/, 'no-connection'],
  [/CERT|ALTNAME|SELF_SIGNED|UNABLE_TO|SSL|TLS/, 'certificate'],
]
const wordOf = (error) => (error instanceof Refusal ? error.message : (reasons.find(([pattern]) => pattern.test(error?.code))?.[1] ?? 'failed'))

/** The value, or what stands for it where the work throws: text that is not UTF-8, text that is no JSON, an address that is none. */
const orElse = (work, otherwise) => {
  try {
    return work()
  } catch {
    return otherwise
  }
}
const strictText = (bytes) => orElse(() => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), null)
const asJson = (text) => orElse(() => JSON.parse(text.replace(/^\uFEFF/, '')), undefined)
const asAddress = (text, base) => orElse(() => new URL(text, base), null)

/** What is worth bringing home of an answer: JSON, a token, or a picture that may hold a badge. Pages for people stay where they are. */
function bodyOf(bytes) {
  const text = strictText(bytes)
  if (text === null) return bytes[0] === 0x89 && bytes.subarray(1, 4).toString() === 'PNG' ? { body: null, bodyBase64: bytes.toString('base64') } : null
  if (asJson(text) !== undefined || /^[\w-]+\.[\w-]+\.[\w-]*$/.test(text.trim()) || (/<svg[\s>]/.test(text) && /openbadges/.test(text))) return { body: text }
  return null
}

/** Asks one address. Always an entry for the evidence; what went wrong is said in it. */
async function fetchOne(address, isBlocked, seconds) {
  const trace = { finalUrl: address, host: null, status: 0, redirects: [] }
  const entry = { contentType: null, sha256: null, body: null }
  let failure
  try {
    const answer = await follow(trace, { isBlocked, signal: AbortSignal.timeout(seconds * 1000) })
    warnOfClock(answer.headers.date)
    const bytes = unpacked(answer)
    entry.contentType = answer.headers['content-type'] ?? null
    entry.sha256 = createHash('sha256').update(bytes).digest('hex')
    const kept = bytes.length === 0 ? { body: '' } : bodyOf(bytes)
    if (kept === null) failure = 'not-a-document'
    else Object.assign(entry, kept)
  } catch (error) {
    failure = wordOf(error)
  }
  const { finalUrl, host, status, redirects } = trace
  const record = { url: address, finalUrl, host, redirects, status, fetchedOn: new Date().toISOString(), ...entry, ...(failure && { error: failure }) }
  if (Buffer.byteLength(JSON.stringify(record)) <= limits.fileBytes) return record
  return { ...record, body: null, bodyBase64: undefined, sha256: null, error: 'too-large' }
}

let warned = false

/** Evidence is dated by this PC's clock: a wrong one is said once. */
function warnOfClock(date) {
  const apart = Math.abs(Date.parse(date ?? '') - Date.now())
  if (warned || !(apart > 3_600_000)) return
  warned = true
  say('このPCの時計が1時間以上ずれているようです。合わせて、やり直してください', "this PC's clock seems more than an hour off; set it and run again")
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const idOf = (value) => (isObject(value) ? value.id : value)
const keysOf = (value) => (Array.isArray(value) ? value.slice(0, limits.keys) : [value])
const isAddress = (value) => typeof value === 'string' && /^https?:\/\//i.test(value) && asAddress(value) !== null

/** What a document names that is worth asking too. @source Open Badges 2.0, Assertion `badge`, BadgeClass `issuer`, Profile `revocationList` and `publicKey` */
const named = {
  hosted: ({ badge }) => [['badgeClass', idOf(badge)], ...(isObject(badge) ? named.badgeClass(badge) : [])],
  badgeClass: ({ issuer }) => [['profile', idOf(issuer)], ...(isObject(issuer) ? named.profile(issuer) : [])],
  profile: ({ revocationList, publicKey }) => [['revocationList', idOf(revocationList)], ...keysOf(publicKey).map((key) => ['keyDocument', key])],
}

/** Only an answer of the address's own host names anything. */
function namedBy(why, { url, finalUrl, status, body }) {
  const document = status === 200 && body && new URL(url).host === new URL(finalUrl).host ? asJson(body) : undefined
  return isObject(document) && named[why] ? named[why](document).filter(([, address]) => isAddress(address)) : []
}

/** Asks every address, a few at a time, then what the answers name, until nothing new is named. */
async function fetchAll(wanted, isBlocked, seconds) {
  const records = []
  const seen = new Set(wanted.map(({ url }) => url))
  for (let round = wanted; round.length > 0; ) {
    const next = []
    let taken = 0
    const work = async () => {
      while (taken < round.length) {
        const { url, why } = round[taken++]
        const record = await fetchOne(url, isBlocked, seconds)
        records.push(record)
        if (records.length % 50 === 0) say(`${records.length}件を照会しました`, `${records.length} asked`)
        for (const [reason, address] of namedBy(why, record)) {
          if (!seen.has(address)) next.push({ url: address, why: reason })
          seen.add(address)
        }
      }
    }
    await Promise.all(Array.from({ length: limits.atOnce }, work))
    round = next
  }
  return records.sort((one, other) => (one.url < other.url ? -1 : 1))
}

const neighbour = (path) => join(dirname(path), `.${basename(path)}.${process.pid}.part`)

/** Writes files whole or not at all: each beside its place first, then all are put in place. */
async function writeWhole(files) {
  try {
    for (const { path, text } of files) await writeFile(neighbour(path), text, { flush: true })
    for (const { path } of files) await rename(neighbour(path), path)
  } catch (error) {
    for (const { path } of files) await rm(neighbour(path), { force: true })
    throw error
  }
}

/** The evidence in as many files as it takes: `evidence.json`, `evidence-2.json`, … */
function filesOf(out, records, { id }) {
  const files = [[]]
  let size = 100
  for (const line of records.map((record) => JSON.stringify(record))) {
    size += Buffer.byteLength(line) + 2
    if (size > limits.fileBytes) {
      files.push([])
      size = Buffer.byteLength(line) + 100
    }
    files.at(-1).push(line)
  }
  return files.map((lines, index) => ({
    path: index === 0 ? out : `${out.slice(0, out.length - extname(out).length)}-${index + 1}${extname(out)}`,
    text: `{"kind":"tekizai-evidence","version":1,"list":${JSON.stringify(typeof id === 'string' ? id : null)},"fetched":[\n${lines.join(',\n')}\n]}\n`,
  }))
}

async function main(given) {
  const at = given.indexOf('--timeout-seconds')
  const seconds = at < 0 ? 20 : Number(given[at + 1])
  const words = given.filter((_, index) => at < 0 || (index !== at && index !== at + 1))
  const [listPath, out, ...more] = words.filter((word) => word !== '--allow-loopback')
  const isWrong = out === undefined || more.length > 0 || [listPath, out].some((word) => word.startsWith('-')) || listPath === out
  if (isWrong || !(seconds > 0 && seconds <= 600)) {
    process[given.length === 0 ? 'stdout' : 'stderr'].write(help)
    return given.length === 0 ? 0 : 2
  }
  const list = asJson(await readFile(listPath, 'utf8'))
  if (list?.kind !== 'tekizai-courier-list' || list.version !== 1 || !Array.isArray(list.urls)) {
    say(`${listPath} は適材の照会一覧ではありません`, `${listPath} is no list written by Tekizai`)
    return 1
  }
  const wanted = [...new Map(list.urls.filter(({ url }) => isAddress(url)).map((item) => [item.url, item])).values()]
  say(`${wanted.length}件の住所を照会します`, `asking ${wanted.length} addresses`)
  const records = await fetchAll(wanted, makeGuard(words.includes('--allow-loopback')), seconds)
  const files = filesOf(out, records, list)
  await writeWhole(files)
  for (const { url, status, error } of records) if (status !== 200 || error) say(`${url}  ${error ?? `HTTP ${status}`}`, 'no copy')
  const fetched = records.filter(({ status, error }) => status === 200 && !error).length
  say(`${records.length}件のうち${fetched}件を取り寄せました`, `${fetched} of ${records.length} fetched`)
  say(`書き込みました: ${files.map(({ path }) => path).join(' ')}`, 'written')
  return 0
}

process.exitCode = await main(process.argv.slice(2)).catch((error) => {
  say(`できませんでした: ${error.message}`, 'it could not be done')
  return 1
})
