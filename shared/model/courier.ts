/** What stands at an address that only the network can settle, in the order it is worth asking. */
export const courierReasons = ['hosted', 'badgeClass', 'profile', 'revocationList', 'statusList', 'keyDocument', 'endorsement'] as const
export type CourierReason = (typeof courierReasons)[number]

/** An address to be asked, why, and how many credentials it may settle. */
export interface CourierAddress {
  readonly url: string
  readonly why: CourierReason
  readonly credentials: number
}

/** The list the courier takes along (持出し照会): addresses alone, nobody's name. */
export interface CourierList {
  readonly kind: 'tekizai-courier-list'
  readonly version: 1
  /** Told by nobody but this list: evidence that bears it was asked for from here. */
  readonly id: string
  readonly urls: readonly CourierAddress[]
}

/** An answer older than this many days is asked for again, unless somebody says otherwise. */
export const usualOlderThanDays = 180
