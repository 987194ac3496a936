import type { Text } from '../index'

export const skillMap: Text['skillMap'] = {}
