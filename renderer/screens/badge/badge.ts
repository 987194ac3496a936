import type { Output } from '../../../shared/contract'

/** The badge on screen, as the engine returns it. */
export type Badge = Output<'badge.read'>
