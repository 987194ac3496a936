import { describe, expect, it } from 'vitest'
import { inProcessorTime, measure } from '../../bench/measure'

/** A clock that stands still but for what is said of it. */
function makeClock() {
  let milliseconds = 0
  const pass = (more: number) => {
    milliseconds += more
  }
  return { clock: () => milliseconds, pass }
}

describe('measuring', () => {
  it('runs both sides in turn, each made ready before, and counts no round that warms up', async () => {
    const calls: string[] = []
    const side = (name: string) => ({
      units: 1,
      before: (round: number) => calls.push(`ready ${name} ${round}`),
      run: (round: number) => calls.push(`${name} ${round}`),
    })
    const { ours, peer } = await measure({ warm: 1, counted: 2 }, { ours: side('ours'), peer: side('peer') })
    expect(calls.filter((call) => !call.startsWith('ready'))).toEqual(['ours 0', 'peer 0', 'ours 1', 'peer 1', 'ours 2', 'peer 2'])
    expect(calls.slice(0, 4)).toEqual(['ready ours 0', 'ours 0', 'ready peer 0', 'peer 0'])
    expect([ours.name, ours.rounds?.length, peer.rounds?.length]).toEqual(['ours', 2, 2])
  })

  it('gives the time of one unit in each round, and the median of the rounds', async () => {
    const { clock, pass } = makeClock()
    const { ours } = await measure({ warm: 1, counted: 3, clock }, { ours: { units: 10, run: (round) => pass([500, 3, 20, 1][round]!) } })
    expect([ours.name, ours.microseconds, ours.rounds]).toEqual(['ours', 300, [300, 2000, 100]])
  })

  it('tells what the work cost the cores beside the time that passed', async () => {
    const { clock } = makeClock()
    const { ours } = await measure({ warm: 0, counted: 2, clock }, { ours: { units: 1, run: () => {} } })
    const cost = inProcessorTime({ ...ours, processorRounds: [30, 10] })
    expect([ours.microseconds, ours.processorRounds?.length]).toEqual([0, 2])
    expect(cost).toEqual({ name: 'ours', microseconds: 20, rounds: [30, 10], processorRounds: [30, 10] })
    expect(() => inProcessorTime({ name: 'peer', microseconds: 1 })).toThrow('peer was not measured by the processor')
  })

  it('lets each side run once before its time where that is asked for, the same for all', async () => {
    const { clock, pass } = makeClock()
    const taking = (times: number[]) => ({ units: 1, run: () => pass(times.shift()!) })
    const { ours, peer } = await measure({ warm: 0, counted: 2, clock, lead: true }, { ours: taking([50, 1, 60, 3]), peer: taking([70, 5, 80, 7]) })
    expect([ours.rounds, peer.rounds]).toEqual([
      [1000, 3000],
      [5000, 7000],
    ])
  })

  it('leaves out what was made ready before', async () => {
    const { clock, pass } = makeClock()
    const { ours } = await measure({ warm: 0, counted: 1, clock }, { ours: { units: 1, before: () => pass(100), run: () => pass(2) } })
    expect(ours.microseconds).toBe(2000)
  })
})
