import type { Text } from '../index'

export const verdict: Text['verdict'] = {}
