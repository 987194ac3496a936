import { openZip } from '../../../electron/reader'
import { seeded } from '../../fixtures/reader/mutate'
import { mutateBytes } from './anyBytes'
import { mutateArchive, type NamedBytes } from './archive'
import { bytesOf, type Random } from './choose'
import { mutateDrawing } from './drawing'
import { mutateJsonText } from './jsonText'
import { mutatePicture } from './picture'
import { mutateCsv, mutatePart } from './table'
import { mutateToken } from './token'

export const containers = ['json', 'jwt', 'png', 'svg', 'zip', 'csv', 'xlsx'] as const
export type ContainerName = (typeof containers)[number]

/** A valid file to make invalid ones from. */
export interface Original {
  readonly container: ContainerName
  readonly bytes: Uint8Array
}

const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8')

/** Text inside another container: a token or JSON, changed in its own way. */
const changedText = (random: Random) => (text: string) =>
  text.startsWith('ey') ? mutateToken(text, text, random) : text.startsWith('{') ? mutateJsonText(text, random) : text.slice(1)

function partsOf(bytes: Uint8Array): readonly NamedBytes[] {
  const entries = openZip(bytes)
  if (!entries.ok) throw new Error(entries.problem.code)
  return entries.value.map((entry) => {
    const data = entry.bytes()
    if (!data.ok) throw new Error(data.problem.code)
    return { name: entry.name, data: data.value }
  })
}

/** The kind of a file in an archive, by its first bytes. */
function changedEntry(data: Uint8Array, random: Random): Uint8Array {
  const [first] = data
  if (first === 0x89) return mutatePicture(data, changedText(random), random)
  if (first === 0x50) return mutateBytes(data, data, random)
  return first === 0x3c ? bytesOf(mutateDrawing(textOf(data), changedText(random), random)) : bytesOf(changedText(random)(textOf(data)))
}

/** How each container is changed so that it stays one, and its inside is reached. */
const inside: Readonly<Record<ContainerName, (bytes: Uint8Array, other: Uint8Array, random: Random) => Uint8Array>> = {
  json: (bytes, _, random) => bytesOf(mutateJsonText(textOf(bytes), random)),
  jwt: (bytes, other, random) => bytesOf(mutateToken(textOf(bytes), textOf(other), random)),
  png: (bytes, _, random) => mutatePicture(bytes, changedText(random), random),
  svg: (bytes, _, random) => bytesOf(mutateDrawing(textOf(bytes), changedText(random), random)),
  zip: (bytes, _, random) => mutateArchive(partsOf(bytes), (data) => changedEntry(data, random), random),
  csv: (bytes, _, random) => mutateCsv(textOf(bytes), random),
  xlsx: (bytes, _, random) => mutateArchive(partsOf(bytes), (data) => bytesOf(mutatePart(textOf(data), random)), random),
}

/**
 * The file of that number: the same bytes for the same originals, seed and number, whatever files came before it. One in two has a fault its container
 * knows nothing of, one in four both kinds.
 *
 * @param alike Originals of one container.
 */
export function mutatedFile(alike: readonly Original[], seed: number, number: number): Original {
  const random = seeded(Math.imul(seed, 0x9e3779b1) + number)
  const [one, other] = [alike[number % alike.length], alike[(number + 1) % alike.length]]
  if (!one || !other) throw new Error('no original')
  const kind = random()
  const changed = kind < 0.25 ? one.bytes : inside[one.container](one.bytes, other.bytes, random)
  return { container: one.container, bytes: kind < 0.5 ? mutateBytes(changed, other.bytes, random) : changed }
}
