/**
 * 保有率: the share of the people in a stated denominator who hold a skill.
 *
 * @returns 0 to 1; `undefined` where there is nobody: a share of nobody is not 0.
 */
export const reach = (holders: number, people: number): number | undefined => (people === 0 ? undefined : holders / people)
