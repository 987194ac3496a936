import { type ActiveContext, ContextResolver, contextProcessing, type ResolvedContext, type Resolving } from './internals'

/*
 * jsonld copies the whole active context of some 600 terms each time it leaves a typed object, and then does not find what it had processed for the original:
 * two thirds of its time. Here a copy copies terms only when they are read, and the processed form of a context is found for every untouched copy of it. jsonld
 * still processes the contexts; it never changes a term once it is defined.
 */

/** The context a copy was made from. */
const copiedFrom = new WeakMap<ActiveContext, ActiveContext>()
/** The context after leaving a typed object: a copy, as in jsonld, but the same one each time. */
const ledBackTo = new WeakMap<ActiveContext, ActiveContext>()

function copy(this: ActiveContext): ActiveContext {
  const source = this
  let terms: ActiveContext['mappings'] | null = null
  let ownProtected: ActiveContext['protected'] | null = null
  const copied: ActiveContext = {
    get mappings() {
      terms ??= new Map(source.mappings)
      return terms
    },
    get protected() {
      ownProtected ??= { ...source.protected }
      return ownProtected
    },
    inverse: null,
    getInverse: source.getInverse,
    clone: copy,
    revertToPreviousContext: leadBack,
  }
  // Absent members must not be present as undefined: jsonld checks with `in`.
  for (const name of ['previousContext', '@base', '@language', '@vocab'] as const) if (name in source) Object.assign(copied, { [name]: source[name] })
  copiedFrom.set(copied, source)
  return copied
}

function leadBack(this: ActiveContext): ActiveContext {
  const { previousContext } = this
  if (!previousContext) return this
  const known = ledBackTo.get(previousContext)
  if (known) return known
  const copied = previousContext.clone()
  ledBackTo.set(previousContext, copied).set(copied, copied)
  return copied
}

/** A type-scoped context begins with an untouched copy that has its original as `previousContext`: every copy of one original has the same key. */
function sharing({ document }: ResolvedContext, count: () => void): ResolvedContext {
  const [propagated, typeScoped] = [new WeakMap<ActiveContext, unknown>(), new WeakMap<ActiveContext, unknown>()]
  const place = (active: ActiveContext) => {
    const { previousContext } = active
    const isUntouchedCopy = previousContext !== undefined && previousContext === copiedFrom.get(active)
    return isUntouchedCopy ? ([typeScoped, previousContext] as const) : ([propagated, active] as const)
  }
  return {
    document,
    getProcessed: (active) => {
      const [table, key] = place(active)
      return table.get(key)
    },
    setProcessed: (active, processed) => {
      const [table, key] = place(active)
      table.set(key, processed)
      count()
    },
  }
}

/** Where expansion starts, and how it gets contexts. All processed contexts are cached until both are dropped. */
export interface SharedContexts {
  /** How often a context was processed: the cache grows with it. */
  readonly processed: () => number
  readonly activeCtx: ActiveContext
  readonly contextResolver: { resolve(request: Resolving): Promise<readonly ResolvedContext[]> }
}

/** Contexts that are processed once and shared by all documents. */
export function sharedContexts(): SharedContexts {
  const resolver = new ContextResolver({ sharedCache: new Map() })
  const shared = new Map<ResolvedContext, ResolvedContext>()
  let processed = 0
  const count = () => {
    processed += 1
  }
  const byAddress = new Map<unknown, readonly ResolvedContext[]>()
  const byObject = new WeakMap<object, readonly ResolvedContext[]>()
  const resolveOne = async (request: Resolving, context: unknown): Promise<readonly ResolvedContext[]> => {
    const found = isObject(context) ? byObject.get(context) : byAddress.get(context)
    if (found) return found
    const resolved = (await resolver.resolve(request)).map((one) => {
      const cached = shared.get(one) ?? sharing(one, count)
      shared.set(one, cached)
      return cached
    })
    if (isObject(context)) byObject.set(context, resolved)
    else byAddress.set(context, resolved)
    return resolved
  }
  return {
    processed: () => processed,
    activeCtx: { ...contextProcessing.getInitialContext({}), clone: copy, revertToPreviousContext: leadBack },
    contextResolver: {
      async resolve(request) {
        if (!Array.isArray(request.context)) return resolveOne(request, request.context)
        const all: ResolvedContext[] = []
        for (const context of request.context) all.push(...(await resolveOne({ ...request, context: [context] }, context)))
        return all
      },
    },
  }
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null
