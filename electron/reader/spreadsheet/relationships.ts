import { type Result, success } from '../../../shared/model/problem'
import type { ReadPart } from './parts'
import { walkXml } from './xml'

/** A part another part refers to. */
export interface Relationship {
  readonly id: string
  /** The last part of the type: `worksheet`, `styles`; the address before it differs between the transitional and the strict standard. */
  readonly type: string
  readonly part: string
}

/**
 * The parts a part refers to, in the order of the file; none where it has no relationships. `''` is the package itself.
 * @source ECMA-376 Part 2, section 6.5.3
 */
export function readRelationships(part: ReadPart, from: string): Result<readonly Relationship[]> {
  const folder = folderOf(from)
  const bytes = part(`${folder}_rels/${from.slice(folder.length)}.rels`)
  if (!bytes.ok) return bytes
  const found: Relationship[] = []
  if (!bytes.value) return success(found)
  const walked = walkXml(bytes.value, {
    open(name, { Id, Type = '', Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return
      found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: resolve(folder, Target) })
    },
  })
  return walked.ok ? success(found) : walked
}

/** The folder of a part with its slash; empty at the root. */
export const folderOf = (part: string): string => part.slice(0, part.lastIndexOf('/') + 1)

/** The part a target names, seen from a folder: `../`, `./` and a leading slash included. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/')
  const names: string[] = []
  for (const name of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (name === '..') names.pop()
    else if (name !== '' && name !== '.') names.push(name)
  }
  return names.join('/')
}
