import { isArray, isObject, type JsonObject, type JsonValue, textOf } from '../../shared/model/json'
import { failure, type Problem, type Result, success } from '../../shared/model/problem'
import type { IssuerRegister, KeyMaterial, RegisteredIssuer, RegisteredKey } from '../../shared/model/register'
import { unreadable } from '../reader/envelope'
import { readInstant } from './instant'
import type { DocumentStandard } from './standard'
import { support } from './support'

const wrong = (at: string): Result<never> => failure<Problem>({ code: 'register.shape', at })

/**
 * The issuers in a register file (発行者台帳).
 *
 * Its content authenticates issuers, so nothing in it is guessed: a key in no form or in two, an invalid date, or an issuer listed twice refuse the whole file.
 * `nameEn`, `keys` and who confirmed it may be left out.
 *
 * @returns `register.shape` with the place that is wrong.
 */
export function readRegister(document: JsonObject): Result<IssuerRegister> {
  if (document.kind !== 'tekizai-issuer-register') return wrong('/kind')
  if (document.version !== 1) return wrong('/version')
  if (!isArray(document.issuers)) return wrong('/issuers')
  const issuers: RegisteredIssuer[] = []
  for (const [index, item] of document.issuers.entries()) {
    const issuer = readRegisteredIssuer(item, `/issuers/${index}`)
    if (!issuer.ok) return issuer
    if (issuers.some(({ id }) => id === issuer.value.id)) return wrong(`/issuers/${index}/id`)
    issuers.push(issuer.value)
  }
  return success({ issuers })
}

function readRegisteredIssuer(item: JsonValue, at: string): Result<RegisteredIssuer> {
  if (!isObject(item)) return wrong(at)
  const { id, name } = item
  if (typeof id !== 'string' || id === '') return wrong(`${at}/id`)
  if (typeof name !== 'string' || name === '') return wrong(`${at}/name`)
  for (const member of ['nameEn', 'confirmedBy', 'confirmedOn', 'how'] as const)
    if (item[member] !== undefined && item[member] !== null && typeof item[member] !== 'string') return wrong(`${at}/${member}`)
  if (item.keys !== undefined && item.keys !== null && !isArray(item.keys)) return wrong(`${at}/keys`)
  const keys: RegisteredKey[] = []
  for (const [index, each] of (isArray(item.keys) ? item.keys : []).entries()) {
    const key = readRegisteredKey(each, id, `${at}/keys/${index}`)
    if (!key.ok) return key
    keys.push(key.value)
  }
  const text = (member: string) => textOf(item[member]) ?? ''
  return success({ id, name, nameEn: textOf(item.nameEn), confirmedBy: text('confirmedBy'), confirmedOn: text('confirmedOn'), how: text('how'), keys })
}

function readRegisteredKey(item: JsonValue, issuerId: string, at: string): Result<RegisteredKey> {
  if (!isObject(item)) return wrong(at)
  const forms: KeyMaterial[] = []
  if (typeof item.publicKeyMultibase === 'string') forms.push({ publicKeyMultibase: item.publicKeyMultibase })
  if (isObject(item.publicKeyJwk)) forms.push({ publicKeyJwk: item.publicKeyJwk })
  if (typeof item.publicKeyPem === 'string') forms.push({ publicKeyPem: item.publicKeyPem })
  const [material] = forms
  if (!material || forms.length > 1) return wrong(at)
  for (const member of ['validFrom', 'validUntil'] as const) {
    const date = item[member]
    if (date !== undefined && date !== null && (typeof date !== 'string' || !readInstant(date))) return wrong(`${at}/${member}`)
  }
  return success({ id: textOf(item.id) ?? issuerId, material, validFrom: textOf(item.validFrom), validUntil: textOf(item.validUntil) })
}

/** An issuer register as a file. In a bundle of badges it is listed and authenticates no issuer. */
export const register: DocumentStandard = {
  id: 'register',
  source: 'Tekizai issuer register, version 1',
  recognises: (document) => document.kind === 'tekizai-issuer-register',
  parse(carried) {
    const read = readRegister(carried.document)
    return [read.ok ? support(carried, 'register') : unreadable(carried.source, read.problem)]
  },
}
