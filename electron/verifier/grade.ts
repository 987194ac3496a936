import type { Standard } from '../../shared/model/credential'
import type { Grade, IntegrityValue, IssuerValue } from '../../shared/model/verification'

/**
 * The grade of a credential, from its signature and the owner of the key. Time and status never change it: expired and revoked are not forged.
 *
 * @param confirmed A copy fetched from the badge's own address equals the file.
 */
export function gradeOf(integrity: IntegrityValue, issuer: IssuerValue, confirmed: boolean): Grade {
  if (integrity === 'altered' || integrity === 'malformed' || issuer === 'mismatch') return 'rejected'
  if (integrity === 'intact' && issuer === 'registered') return 'verified'
  if (integrity === 'intact' && issuer === 'unregistered') return 'unregistered'
  return integrity === 'unsigned' && confirmed ? 'confirmed' : 'unproven'
}

/**
 * Open Badges 1 is recognised and shown; neither a signature nor a copy proves it here. Blockcerts need no rule: their anchored proof is never verified, and
 * may come with one that is.
 */
const shownOnly: readonly Standard[] = ['OB1']

/** The highest grade a badge of this standard may have. A rejected one stays rejected. */
export const gradeWithin = (standard: Standard, grade: Grade): Grade => (shownOnly.includes(standard) && grade !== 'rejected' ? 'unproven' : grade)
