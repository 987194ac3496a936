import type { Text } from '../index'

export const report: Text['report'] = {}
