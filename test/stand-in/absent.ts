type Named = Record<string | symbol, unknown>

/** Something Electron has and the stand-in has not: using it throws by its name, so that a gap is never silent. */
export const absent = (name: string): Named =>
  new Proxy(() => {}, {
    get: (_target, key) => (typeof key === 'symbol' ? undefined : absent(`${name}.${key}`)),
    apply: () => {
      throw new Error(`stand-in: ${name}() is not there`)
    },
    construct: () => {
      throw new Error(`stand-in: new ${name}() is not there`)
    },
  }) as unknown as Named

/** An object whose missing members throw by name when used, instead of being undefined. */
export const strict = <Value extends object>(name: string, value: Value): Value =>
  new Proxy(value, {
    get: (target, key, receiver) =>
      key in target || typeof key === 'symbol' || key === 'then' || key === 'toJSON' ? Reflect.get(target, key, receiver) : absent(`${name}.${key}`),
  })
