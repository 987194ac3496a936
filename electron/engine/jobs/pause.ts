/** Lets the engine answer other calls before the job continues. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
