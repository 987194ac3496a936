import type { Output } from '../../../shared/contract'

/** What the screen shows: one badge, as the engine tells it. */
export type Badge = Output<'badge.read'>
