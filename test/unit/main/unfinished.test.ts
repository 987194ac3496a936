import { describe, expect, it } from 'vitest'
import { unfinishedWork } from '../../../electron/main/unfinished'
import { failure, type Result, success } from '../../../shared/model/problem'

/** Work that ends on request. */
function work() {
  let [end, fail] = [(_outcome: Result<null>) => {}, (_error: Error) => {}]
  const promise = new Promise<Result<null>>((settle, refuse) => {
    ;[end, fail] = [settle, refuse]
  })
  return { promise, end: (outcome: Result<null>) => end(outcome), fail: (error: Error) => fail(error) }
}

describe('unfinished work', () => {
  it('is awaited, also where it is begun meanwhile, and gives its own outcome', async () => {
    const unfinished = unfinishedWork()
    const [first, second] = [work(), work()]
    expect(unfinished.any).toBe(false)
    const outcome = unfinished.during(first.promise)
    expect(unfinished.any).toBe(true)
    let ended: boolean | null = null
    const waiting = unfinished.ended().then((all) => {
      ended = all
    })
    const other = unfinished.during(second.promise)
    first.end(success(null))
    expect(await outcome).toEqual(success(null))
    expect(ended).toBeNull()
    second.end(success(null))
    await other
    await waiting
    expect(ended).toBe(true)
    expect(unfinished.any).toBe(false)
  })

  it('that fails or throws is no success, and its error goes to its caller', async () => {
    const unfinished = unfinishedWork()
    const [failing, throwing] = [work(), work()]
    const outcomes = [unfinished.during(failing.promise), unfinished.during(throwing.promise).catch((error: Error) => error.message)]
    const ended = unfinished.ended()
    failing.end(failure({ code: 'disk.full' }))
    throwing.fail(new Error('no printer'))
    expect(await Promise.all(outcomes)).toEqual([failure({ code: 'disk.full' }), 'no printer'])
    expect(await ended).toBe(false)
    expect(await unfinished.ended()).toBe(true)
  })
})
