import { describe, expect, it } from 'vitest'
import { measure } from '../../bench/measure'

describe('measuring', () => {
  it('runs both sides in turn, each made ready before, and counts no round that warms up', async () => {
    const calls: string[] = []
    const side = (name: string) => ({
      units: 1,
      before: (round: number) => calls.push(`ready ${name}${round}`),
      run: (round: number) => calls.push(`${name}${round}`),
    })
    const { ours, peer } = await measure({ warm: 1, counted: 2 }, { ours: side('ours '), peer: side('peer ') })
    expect(calls.filter((call) => !call.startsWith('ready'))).toEqual(['ours 0', 'peer 0', 'ours 1', 'peer 1', 'ours 2', 'peer 2'])
    expect(calls.slice(0, 4)).toEqual(['ready ours 0', 'ours 0', 'ready peer 0', 'peer 0'])
    expect([ours.name, ours.rounds?.length, peer.rounds?.length]).toEqual(['ours', 2, 2])
  })

  it('by the processor leaves out what was only waited for', async () => {
    const wait = () => new Promise((resolve) => setTimeout(resolve, 200))
    const [wall, processor] = [
      await measure({ warm: 0, counted: 1 }, { it: { units: 1, run: wait } }),
      await measure({ warm: 0, counted: 1, clock: 'processor' }, { it: { units: 1, run: wait } }),
    ]
    expect(processor.it.microseconds).toBeLessThan(wall.it.microseconds)
  })

  it('gives the time of one unit', async () => {
    const spin = () => {
      for (const until = performance.now() + 20; performance.now() < until; );
    }
    const { whole, each } = await measure({ warm: 1, counted: 3 }, { whole: { units: 1, run: spin }, each: { units: 1000, run: spin } })
    expect(each.microseconds).toBeLessThan(whole.microseconds)
  })
})
