import type { Envelope, Unreadable } from './envelope'
import { unreadable } from './envelope'
import { jsonEnvelope } from './json/format'
import { looksLikeToken } from './jws/presentedToken'
import { limits } from './limits'

/** An envelope around text that was baked into a picture: JSON, a JWS, or only the address of the badge. */
export function bakedEnvelope(carried: Omit<Envelope, 'kind' | 'payload'>, text: string): Envelope | Unreadable {
  const body = text.replace(/^\ufeff/, '').trim()
  if (text.length > limits.jsonBytes) return unreadable(carried.source, { code: 'file.too-large' })
  if (body.startsWith('{') || body.startsWith('[')) return jsonEnvelope(carried, text)
  if (looksLikeToken(body)) return { kind: 'envelope', ...carried, payload: { kind: 'jws', text: body } }
  if (/^https?:\/\/\S+$/i.test(body)) return { kind: 'envelope', ...carried, payload: { kind: 'url', url: body } }
  return unreadable(carried.source, { code: 'baked.unknown-text' })
}

/** Numbers the answers of one file `#1`, `#2`, … where there are several. */
export const numbered = <Answer extends { readonly source: string }>(answers: readonly Answer[]): readonly Answer[] =>
  answers.length < 2 ? answers : answers.map((answer, index) => ({ ...answer, source: `${answer.source}#${index + 1}` }))
