export const issuers = {}
