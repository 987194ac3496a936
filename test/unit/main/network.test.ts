import { describe, expect, it } from 'vitest'
import { closeNetwork } from '../../../electron/main/network'

describe('Chromium', () => {
  it('resolves no name, looks for no proxy and updates nothing', () => {
    const set = new Map<string, string | undefined>()
    closeNetwork({ appendSwitch: (name: string, value?: string) => void set.set(name, value) })
    expect(set.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    for (const name of [
      'no-proxy-server',
      'disable-background-networking',
      'disable-component-update',
      'disable-domain-reliability',
      'disable-quic',
      'no-pings',
    ])
      expect(set.has(name), name).toBe(true)
  })
})
