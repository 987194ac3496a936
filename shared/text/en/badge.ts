import type { Text } from '../index'

export const badge: Text['badge'] = {}
