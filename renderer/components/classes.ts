/** Class names that hold, joined. */
export const classes = (...names: readonly (string | false | undefined | null)[]): string => names.filter(Boolean).join(' ')
