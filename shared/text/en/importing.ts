import type { Text } from '../index'

export const importing: Text['importing'] = {}
