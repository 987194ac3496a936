import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { launch } from './launch.ts'
import { launchPiped } from './pipe.ts'
import { electronProgram } from './record.ts'

// Every program a spec starts is recorded, and fails on `close` where it made, named or used a socket of the internet.

let data: string
test.beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'tekizai-network-'))
})
test.afterEach(() => rmSync(data, { recursive: true, force: true, maxRetries: 3 }))

const press = (label: string) => `(() => {
  const button = [...document.querySelectorAll('button')].find((button) => button.innerText.includes('${label}'))
  button?.click()
  return button !== undefined
})()`

test('with no debugger listening, the window opens, takes in the sample city and shows its map without one call to the internet', async () => {
  const electron = electronProgram()
  if (electron === undefined) {
    // The stand-in's browser has no other line than its port; its Node processes are recorded as everywhere.
    const program = await launch(['--data', data])
    await (await program.firstWindow()).getByRole('button', { name: '見本の市を開く' }).click()
    await expect((await program.firstWindow()).getByRole('grid')).toBeVisible({ timeout: 90_000 })
    await program.close()
    return
  }
  const program = await launchPiped(electron, ['--data', data])
  await program.until(press('見本の市を開く'))
  expect(await program.until("document.querySelector('[role=grid]') !== null")).toBe(true)
  await program.close()
})

test('a hostile script in the page reaches nothing: no request, no name, no datagram, no download', async () => {
  const program = await launch(['--data', data], true)
  const page = await program.firstWindow()
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  const tried = await page.evaluate(async (inElectron) => {
    const address = '203.0.113.9'
    const pause = (milliseconds: number) => new Promise((settle) => setTimeout(settle, milliseconds))
    const outcome = (promise: Promise<unknown>) =>
      Promise.race([
        promise.then(
          () => 'reached',
          () => 'refused',
        ),
        pause(3_000).then(() => 'refused'),
      ])
    const put = (name: string, members: Readonly<Record<string, string>>) => {
      const element = Object.assign(document.createElement(name), members)
      document.body.append(element)
      return element
    }
    const socket = new Promise((reached, refused) => {
      const made = new WebSocket(`wss://${address}/`)
      made.onopen = reached
      made.onerror = refused
    })
    const reached = [
      await outcome(fetch(`https://${address}/`, { mode: 'no-cors' })),
      await outcome(fetch('http://names.example/', { mode: 'no-cors' })),
      await outcome(socket),
      await outcome(new WebTransport(`https://${address}:4433/`).ready),
    ]
    navigator.sendBeacon(`http://${address}/`, 'names')
    for (const rel of ['preconnect', 'prefetch', 'stylesheet', 'icon', 'manifest', 'modulepreload', 'prerender'])
      put('link', { rel, href: `http://${address}/` })
    put('img', { src: `http://${address}/` })
    put('iframe', { src: `http://${address}/` })
    put('a', { href: `http://${address}/names`, download: 'names' }).click()
    put('a', { href: '#here', ping: `http://${address}/` }).click()
    // Peer connections pass every request handler by. The stand-in's browser is not the program's: there they would only show what that browser does.
    const candidates: string[] = []
    if (inElectron) {
      for (const urls of [`stun:${address}:3478`, `turn:${address}:3478`, `turn:${address}:3478?transport=tcp`, 'stun:names.example:3478']) {
        const peer = new RTCPeerConnection({ iceServers: [{ urls, username: 'a', credential: 'b' }] })
        peer.createDataChannel('names')
        peer.onicecandidate = ({ candidate }) => {
          if (candidate?.candidate) candidates.push(candidate.candidate)
        }
        await peer.setLocalDescription(await peer.createOffer())
        await pause(1_000)
        peer.close()
      }
    }
    await pause(500)
    return { reached, candidates }
  }, program.kind === 'electron')
  expect(tried).toEqual({ reached: ['refused', 'refused', 'refused', 'refused'], candidates: [] })
  await program.close()
})
