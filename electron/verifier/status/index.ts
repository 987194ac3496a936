import { bitstring } from './bitstring'
import type { StatusMethod } from './method'
import { revocationList1EdTech } from './revocationList1EdTech'

/** The table of status methods. Open Badges 2.0 keeps the status with the issuer, not in the credential: see `openBadges2.ts`. */
export const statusMethods: readonly StatusMethod[] = [bitstring, revocationList1EdTech]
