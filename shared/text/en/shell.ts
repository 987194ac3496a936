import type { Text } from '../index'

export const shell: Text['shell'] = {}
