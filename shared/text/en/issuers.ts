import type { Text } from '../index'

export const issuers: Text['issuers'] = {}
