import type { Credential } from '../../shared/model/credential'
import type { JsonObject } from '../../shared/model/json'
import { failure, type Result } from '../../shared/model/problem'
import type { IssuerRegister } from '../../shared/model/register'
import type { Envelope } from '../reader'
import type { Parsed, SupportDocument } from './parsed'

export function parse(_envelope: Envelope): readonly Parsed[] {
  return []
}
export function completeCredential(credential: Credential, _documents: readonly SupportDocument[]): Credential {
  return credential
}
export function credentialKey(_credential: Credential): string | null {
  return null
}
export function readRegister(_document: JsonObject): Result<IssuerRegister> {
  return failure({ code: 'register.shape' })
}
