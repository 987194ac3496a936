/** The kinds of documents at an address that only the network can confirm, in the order of inquiry. */
export const courierReasons = ['hosted', 'badgeClass', 'profile', 'revocationList', 'statusList', 'keyDocument', 'endorsement'] as const
export type CourierReason = (typeof courierReasons)[number]

/** An address to be asked, why, and how many credentials it may settle. */
export interface CourierAddress {
  readonly url: string
  readonly why: CourierReason
  readonly credentials: number
}

/** The list the courier takes along (持出し照会): addresses only, no names. */
export interface CourierList {
  readonly kind: 'tekizai-courier-list'
  readonly version: 1
  /** Written only in this list: evidence with this value answers our inquiry. */
  readonly id: string
  readonly urls: readonly CourierAddress[]
}

/** An answer older than this many days is requested again, unless another number is given. */
export const usualOlderThanDays = 180
