export const badge = {}
