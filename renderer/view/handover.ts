import { createContext, useContext } from 'react'

/** What screens hand to one another that does not belong into the address: it is kept while the window lives, and a reload begins without it. */
export interface Handover {
  /** Keeps the path of a file. @returns the number by which an address may name it. */
  readonly keepFile: (path: string) => string
  /** The path kept under a number; undefined where none is. */
  readonly fileOf: (number: string | undefined) => string | undefined
  /** Asks that the end of an import leads to its numbers on the map. */
  readonly leadToMap: (importId: string) => void
  /** Was that asked for this import? True once. */
  readonly takeLead: (importId: string) => boolean
}

/** A handover with nothing in it. */
export function makeHandover(): Handover {
  const files: string[] = []
  const leads = new Set<string>()
  return {
    keepFile: (path) => String(files.push(path)),
    fileOf: (number) => files[Number(number) - 1],
    leadToMap: (importId) => void leads.add(importId),
    takeLead: (importId) => leads.delete(importId),
  }
}

export const HandoverContext = createContext<Handover | null>(null)

export function useHandover(): Handover {
  const handover = useContext(HandoverContext)
  if (handover === null) throw new Error('HandoverContext has no provider')
  return handover
}
