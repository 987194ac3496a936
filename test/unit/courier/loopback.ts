import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { CourierAddress } from '../../../shared/model/courier'
import { root } from '../../run/freshBuild.ts'

/* A web server on this machine, for tests only: the courier's script asks it. */

const ends: (() => unknown)[] = []
afterAll(() => Promise.all(ends.splice(0).map((end) => end())))

export function scratch(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tekizai-courier-'))
  ends.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Answers one request; the address of the server comes with it. */
export type Route = (response: ServerResponse, origin: string) => void

export interface Site {
  /** `http://127.0.0.1:…` */
  readonly origin: string
  /** The same server under another name: another host for the courier. */
  readonly elsewhere: string
  /** The requested paths, in order. */
  readonly asked: readonly string[]
  /** The most requests that were open at once. */
  readonly atOnce: () => number
}

/** Serves these paths on the loopback until the tests of the file are done; any other path is not found. */
export async function openSite(routes: (origin: string) => Readonly<Record<string, Route>>): Promise<Site> {
  const asked: string[] = []
  let [open, most, origin] = [0, 0, '']
  const server = createServer((request, response) => {
    const path = request.url ?? '/'
    asked.push(path)
    most = Math.max(most, ++open)
    response.on('close', () => open--)
    const route = routes(origin)[path]
    if (route) route(response, origin)
    else response.writeHead(404, { 'content-type': 'text/html' }).end('<p>not here</p>')
  })
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle))
  ends.push(() => {
    server.closeAllConnections()
    return new Promise((settle) => server.close(settle))
  })
  const { port } = server.address() as AddressInfo // A server that listens on a port, not on a pipe.
  origin = `http://127.0.0.1:${port}`
  return { origin, elsewhere: `http://localhost:${port}`, asked, atOnce: () => most }
}

export const serveJson =
  (document: unknown, status = 200, type = 'application/ld+json'): Route =>
  (response) =>
    response.writeHead(status, { 'content-type': type }).end(JSON.stringify(document))

export const serveRedirect =
  (to: string, status = 302): Route =>
  (response) =>
    response.writeHead(status, { location: to }).end()

/** The output of a program, and how it ended. */
export interface Run {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs Node with these arguments; the server of the test answers meanwhile. */
export const runNode = (...words: readonly string[]): Promise<Run> =>
  new Promise((settle) => {
    const env = { ...process.env, STAND_IN_HEADLESS: '1', STAND_IN_LOCALE: 'ja' }
    execFile(process.execPath, [...words], { encoding: 'utf8', maxBuffer: 2 ** 26, env }, (error, stdout, stderr) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1
      settle({ code, stdout, stderr })
    })
  })

export const script = join(root, 'resources/courier/courier.mjs')

/** The command line of the built program. */
export const tekizai = (...words: readonly string[]): Promise<Run> =>
  runNode('--import', join(root, 'test/stand-in/register.ts'), join(root, 'out/main/index.cjs'), '--cli', ...words)

/** One entry of the evidence, as the script writes it. */
export interface Fetched {
  readonly url: string
  readonly finalUrl: string
  readonly host: string | null
  readonly redirects: readonly string[]
  readonly status: number
  readonly fetchedOn: string
  readonly contentType: string | null
  readonly sha256: string | null
  readonly body: string | null
  readonly bodyBase64?: string
  readonly error?: string
}

export const readFetched = (path: string): readonly Fetched[] => (JSON.parse(readFileSync(path, 'utf8')) as { readonly fetched: readonly Fetched[] }).fetched

/** Runs the script for these addresses, with this machine's own allowed. @returns its output and evidence. */
export async function sendCourier(
  urls: readonly (Pick<CourierAddress, 'url' | 'why'> | string)[],
  ...options: readonly string[]
): Promise<Run & { readonly fetched: readonly Fetched[]; readonly out: string }> {
  const folder = scratch()
  const [list, out] = [join(folder, 'list.json'), join(folder, 'evidence.json')]
  const items = urls.map((item) => (typeof item === 'string' ? { url: item, why: 'hosted', credentials: 1 } : { ...item, credentials: 1 }))
  writeFileSync(list, JSON.stringify({ kind: 'tekizai-courier-list', version: 1, urls: items }))
  const run = await runNode(script, list, out, ...(options.length === 0 ? ['--allow-loopback'] : options))
  return { ...run, out, fetched: run.code === 0 ? readFetched(out) : [] }
}
