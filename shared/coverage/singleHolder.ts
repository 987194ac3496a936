/** 一人依存: does a skill rest on exactly one person? Nobody at all is a hole, not a single holder. */
export const singleHolder = (holders: number): boolean => holders === 1
