import type { Grade, IntegrityValue, IssuerValue } from '../../shared/model/verification'

/**
 * The one grade of a credential, from what its signature says and whose key it was. Time and status never change it: expired and revoked are not forged.
 *
 * @param confirmed A copy fetched from the badge's own address says the same as the file.
 */
export function gradeOf(integrity: IntegrityValue, issuer: IssuerValue, confirmed: boolean): Grade {
  if (integrity === 'altered' || integrity === 'malformed' || issuer === 'mismatch') return 'rejected'
  if (integrity === 'intact' && issuer === 'registered') return 'verified'
  if (integrity === 'intact' && issuer === 'unregistered') return 'unregistered'
  return integrity === 'unsigned' && confirmed ? 'confirmed' : 'unproven'
}
