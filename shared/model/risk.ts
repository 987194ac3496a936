/** Why a person goes. */
export const leaverReasons = ['retirement', 'term', 'post-ended'] as const
export type LeaverReason = (typeof leaverReasons)[number]

/** Why a division loses a holder; of several reasons the first holds. @source placement.md, section 2 */
export const lossReasons = [...leaverReasons, 'moved', 'leave', 'badge-ended'] as const
export type LossReason = (typeof lossReasons)[number]
