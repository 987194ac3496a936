import type { Text } from '../index'

export const cli: Text['cli'] = {}
