import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readJson } from '../../../electron/reader'
import { buildValue } from '../../../electron/reader/json/buildValue'
import { inspectMembers } from '../../../electron/reader/json/inspectMembers'

const problemsOf = (text: string) => {
  const reading = readJson(text)
  return reading.ok ? reading.problems : [reading.problem]
}

describe('readJson', () => {
  it('returns exactly the value of JSON.parse for every JSON text', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        const reading = readJson(text)
        if (!reading.ok) throw new Error(reading.problem.code)
        expect(reading.value).toEqual(JSON.parse(text))
      }),
      { numRuns: 500, seed: 20260401 },
    )
  })
  it('finds a duplicate at every place', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,5}$/), fc.json({ maxDepth: 3 }), (name, value) => {
        const codes = problemsOf(`{"a0":[{"${name}":${value},"x9":1,"${name}":2}]}`).map(({ code, at }) => `${code} ${at}`)
        expect(codes).toContain(`json.duplicate-member /a0/0/${name}`)
      }),
      { numRuns: 200, seed: 20260401 },
    )
  })
  it('reports for every text what the full inspection reports', () => {
    const blank = fc.constantFrom('', '', ' ', '\n', '\t\r ')
    const name = fc.constantFrom('"a"', '"b"', '"\\u0061"', '"a\\":"', '"__proto__"', '"\\u005f_proto__"', '"\\ud800"', '"c:"', '"\\\\"', '":"')
    const leaf = fc.oneof(
      name,
      fc.constantFrom('1', '-9007199254740992', '9007199254740991', '1e400', '1e2', '0.5', 'true', 'null', '"\\ud842\\udfb7"', '"\ud842"'),
    )
    const { text } = fc.letrec<{ text: string }>((tie) => ({
      text: fc.oneof(
        { depthSize: 'small', maxDepth: 5 },
        leaf,
        fc.array(tie('text'), { maxLength: 3 }).map((items) => `[${items.join(',')}]`),
        fc
          .array(fc.tuple(blank, name, blank, blank, tie('text')), { maxLength: 3 })
          .map((members) => `{${members.map(([before, own, after, next, value]) => `${before}${own}${after}:${next}${value}`).join(',')}}`),
      ),
    }))
    fc.assert(
      fc.property(text, (json) => {
        expect(problemsOf(json)).toEqual(inspectMembers(json))
        // By another parser: V8 confuses some of these names.
        expect(JSON.stringify(readJson(json))).toBe(JSON.stringify({ ok: true, value: buildValue(json), problems: inspectMembers(json) }))
      }),
      { numRuns: 3000, seed: 20260401 },
    )
  })
  it.each([
    ['{"a":1,"a":2}', 'json.duplicate-member', '/a'],
    ['{"a":1,"\\u0061":2}', 'json.duplicate-member', '/a'],
    ['[{"x":{"b/c":1,"b/c":1}}]', 'json.duplicate-member', '/0/x/b~1c'],
    ['{"__proto__":{"admin":true}}', 'json.forbidden-member', '/__proto__'],
    ['{"\\u005f_proto__":1}', 'json.forbidden-member', '/__proto__'],
    ['{"name":"\\ud800"}', 'json.lone-surrogate', '/name'],
    ['{"name":"\ud842"}', 'json.lone-surrogate', '/name'],
    ['{"n":[1,9007199254740992]}', 'json.unsafe-number', '/n/1'],
    ['{"n":-9007199254740993}', 'json.unsafe-number', '/n'],
    ['{"n":1e400}', 'json.unsafe-number', '/n'],
    ['{"n":1E16}', 'json.unsafe-number', '/n'],
    ['{"a" : 1, "a"\n\t\r:2}', 'json.duplicate-member', '/a'],
    ['{"a":{"a":1},"b":[{"c":1,"b":"x\\":","c":2}]}', 'json.duplicate-member', '/b/0/c'],
    ['{"name":"\\uDC00"}', 'json.lone-surrogate', '/name'],
  ])('reports for %s: %s at %s', (text, code, at) => {
    expect(problemsOf(text)).toEqual([expect.objectContaining({ code, at })])
  })
  it.each([
    '{"n":9007199254740991}',
    '{"a":0.1,"b":1e3}',
    '{"a":"x:y, {[","b":"\\\\\\""}',
    '{"name":"𠮷\\ud842\\udfb7"}',
    '{"name":"\\u9752\\u5cf0\\u5927\\u5b66"}',
    '{ "a" : "b\\":c" , "d" :\n{ } }',
    '-12.5',
    '\ufeff{"a":1}',
    '{"a":{"b":1},"c":{"b":1}}',
  ])('finds nothing odd in %s', (text) => {
    expect(readJson(text)).toMatchObject({ ok: true, problems: [] })
  })
  it('reads a name with an escape correctly, whatever names were read before', () => {
    // After these V8 expects a backslash where the name begins, and finds one.
    for (const before of ['{"a":1,"\\\\u":2}', '{"a":1,"b":{"\\\\":1}}']) readJson(before)
    expect(readJson('{"a":1,"\\u0069d":2}')).toEqual({ ok: true, value: { a: 1, id: 2 }, problems: [] })
    expect(readJson('{"a":1,"b":{"\\n":1}}')).toEqual({ ok: true, value: { a: 1, b: { '\n': 1 } }, problems: [] })
  })
  it('builds from every text the value it was written from', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), fc.nat(3), (value, indent) => {
        const written = JSON.stringify(value, null, indent)
        expect(JSON.stringify(buildValue(written), null, indent)).toBe(written)
      }),
      { numRuns: 500, seed: 20260401 },
    )
    const names = Object.keys(buildValue(' {"__proto__" : 1 , "b":\t[ ],"a":{ }, "b":-1.5e+3 }\n') as object)
    expect(names).toEqual(['__proto__', 'b', 'a'])
  })
  it('reads 64 levels and refuses 65', () => {
    expect(readJson(`${'['.repeat(64)}${']'.repeat(64)}`).ok).toBe(true)
    expect(readJson(`${'['.repeat(65)}${']'.repeat(65)}`)).toEqual({ ok: false, problem: { code: 'json.too-deep' } })
  })
  it('finds excessive depth even where a second member with the name hides it', () => {
    const deep = `${'['.repeat(65)}${']'.repeat(65)}`
    expect(readJson(`{"a":${deep},"a":1}`)).toEqual({ ok: false, problem: { code: 'json.too-deep' } })
  })
  it('reads a text of a megabyte as it reads a short one', () => {
    const long = 'x'.repeat(1_000_000)
    expect(readJson(`{"image":"${long}","a":1}`)).toMatchObject({ ok: true, problems: [] })
    expect(problemsOf(`{"image":"${long}","a":1,"a":2}`)).toEqual([{ code: 'json.duplicate-member', at: '/a' }])
    expect(problemsOf(`{"image":"${long}","a":1,}`)).toEqual([{ code: 'json.syntax' }])
  })
  it('refuses excessive depth before invalid JSON', () => {
    expect(readJson('[{"a":'.repeat(33))).toEqual({ ok: false, problem: { code: 'json.too-deep' } })
    expect(readJson('[{"a":'.repeat(32))).toEqual({ ok: false, problem: { code: 'json.syntax' } })
  })
  it('refuses a megabyte of open brackets by their depth', () => {
    expect(readJson('['.repeat(1_000_000))).toEqual({ ok: false, problem: { code: 'json.too-deep' } })
  })
  it.each(['{', '{"a":}', '{"a":1}x', '', 'NaN', "{'a':1}", '{"a":01}', '{"a":"\t"}'])('refuses %j as JSON', (text) => {
    expect(readJson(text)).toEqual({ ok: false, problem: { code: 'json.syntax' } })
  })
  it('keeps the last of two values, as JSON.parse does', () => {
    expect(readJson('{"a":1,"a":2}')).toMatchObject({ ok: true, value: { a: 2 } })
  })
})
