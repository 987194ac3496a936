import type { Container } from '../../../shared/model/credential'
import type { Expected, ExpectedCredential, Written } from '../answers/expected'
import { bakePng, bakeSvg, textChunk } from '../containers/picture'
import { divisionPlan } from '../people/divisionPlan'
import type { Issued } from './issue'
import { folderOf, type Workshop } from './workshop'

const keyword = (issued: Issued) => (issued.standard === 'OB2' ? 'openbadges' : 'openbadgecredential')

/** The chunk that carries the badge in a PNG. */
export const badgeChunk = (issued: Issued, compressed = false): Uint8Array => textChunk(keyword(issued), issued.text, compressed)

/** Shares of containers: hosted badges are nearly always pictures, tokens are mostly files of their own. */
function pickContainer(issued: Issued, workshop: Workshop): Container {
  const share = workshop.random.next()
  if (issued.proof === 'hosted') return share < 0.85 ? 'png' : share < 0.93 ? 'json' : 'svg'
  if (issued.payload === 'json') return share < 0.5 ? 'json' : share < 0.85 ? 'png' : 'svg'
  if (issued.standard === 'OB2') return share < 0.6 ? 'png' : 'jws'
  return share < 0.55 ? 'jws' : share < 0.8 ? 'png' : 'svg'
}

/** The truth about an issued badge that nobody has tampered with. */
export function expectCredential(issued: Issued, container: Container, change: Partial<ExpectedCredential> = {}): ExpectedCredential {
  const { award } = issued
  /* A badge class given as an address names no issuer: what a reader makes of it depends on what else is held. */
  const issuer = award.issuer.key === 'nexus' ? {} : { issuerId: award.issuer.id }
  return {
    kind: 'credential',
    container,
    standard: issued.standard,
    proof: issued.proof,
    id: award.id,
    ...issuer,
    achievementId: award.achievement.id,
    validFrom: award.issuedAt,
    validUntil: award.endsAt,
    grade: issued.grade,
    axes: issued.axes,
    ...(issued.withEvidence ? { withEvidence: issued.withEvidence } : {}),
    staffNumber: award.holder?.staffNumber ?? null,
    fault: null,
    ...change,
  }
}

const endings = { json: 'json', png: 'png', svg: 'svg' } as const

function bytesOf(issued: Issued, container: Container, variant: number): Uint8Array {
  if (container === 'png') return bakePng(variant, badgeChunk(issued))
  if (container === 'svg') return bakeSvg(issued.standard === 'OB2' ? 'OB2' : 'OB3', issued.payload === 'jws' ? { verify: issued.text } : { json: issued.text })
  return Buffer.from(issued.text, 'utf8')
}

/** How a badge is put into a file. */
export interface Packing {
  readonly container?: Container
  readonly change?: Partial<ExpectedCredential>
  /** Which of the six pictures. */
  readonly picture?: number
  /** Other bytes than the badge alone would have. */
  readonly bytes?: Uint8Array
  readonly expected?: readonly Expected[]
}

/** Puts a badge into a file as its holder would hand it in. */
export function packBadge(issued: Issued, workshop: Workshop, packing: Packing = {}): Written {
  const container = packing.container ?? pickContainer(issued, workshop)
  const ending = container === 'jws' ? (issued.standard === 'OB2' ? 'jws' : 'jwt') : endings[container]
  return {
    name: `${issued.award.achievement.name}.${ending}`,
    folder: folderOf(issued.award.holder, divisionPlan, workshop.random),
    bytes: packing.bytes ?? bytesOf(issued, container, packing.picture ?? issued.award.achievement.name.length),
    expected: packing.expected ?? [expectCredential(issued, container, packing.change)],
  }
}
