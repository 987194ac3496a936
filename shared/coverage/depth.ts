/** 層の厚さ: how many people hold a skill, in four steps. 3 means three and more. */
export type Depth = 0 | 1 | 2 | 3

export const depths = [0, 1, 2, 3] as const satisfies readonly Depth[]

/** From so many holders on, a skill is as deep as the scale says. */
const deepest = 3

/** The step of a number of holders. @param holders Distinct people, not badges. */
export const depth = (holders: number): Depth => (holders <= 0 ? 0 : holders >= deepest ? deepest : (holders as Depth)) // Counts are whole numbers.

/** The character each step is written with. The number is always shown beside it. */
export const depthCharacters: Readonly<Record<Depth, string>> = { 0: '✕', 1: '▲', 2: '○', 3: '◎' }

/** The length of a bar of depth, 0 to 1: full from three holders on. */
export const depthShare = (holders: number): number => depth(holders) / deepest

/** The step of a cell's fill: 0 · 1 · 2 · 3–4 · 5 and more holders. */
export const fillStep = (holders: number): Depth | 4 => (holders >= 5 ? 4 : depth(holders))

/** No holder at all. */
export const noHolder = (holders: number): boolean => depth(holders) === 0

/** 一人依存: exactly one holder. No holder at all is a hole, not a single holder. */
export const singleHolder = (holders: number): boolean => depth(holders) === 1

/** One holder or none. */
export const isThin = (holders: number): boolean => depth(holders) <= 1
