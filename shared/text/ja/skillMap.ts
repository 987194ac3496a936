export const skillMap = {}
