import type { Text } from '../index'

export const people: Text['people'] = {}
