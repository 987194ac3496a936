/**
 * 保有率: the share of the people in scope who hold a skill.
 *
 * @returns 0 to 1; `undefined` where there are no people: a share of no people is not 0.
 */
export const reach = (holders: number, people: number): number | undefined => (people === 0 ? undefined : holders / people)
