import type { Text } from '../index'

export const start: Text['start'] = {}
