/** 層の厚さ: how many hold a skill, in four steps. 3 means three and more. */
export type Depth = 0 | 1 | 2 | 3

/** The name of each step's symbol: ✕ ▲ ○ ◎. The number always stands beside it. */
export const depthSymbols = { 0: 'cross', 1: 'triangle', 2: 'circle', 3: 'double-circle' } as const satisfies Record<Depth, string>
export type DepthSymbolName = (typeof depthSymbols)[Depth]

/** The characters the symbols are written with in text. */
export const depthCharacters: Readonly<Record<Depth, string>> = { 0: '✕', 1: '▲', 2: '○', 3: '◎' }

/** How thick is the layer of people who hold a skill? @param holders Distinct people, not badges. */
export const depth = (holders: number): Depth => (holders <= 0 ? 0 : holders === 1 ? 1 : holders === 2 ? 2 : 3)
