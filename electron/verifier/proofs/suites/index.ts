import type { ContextTable } from '../../jsonld/contextTable'
import type { ProofSuite } from '../suite'
import { ecdsaJcs2019 } from './ecdsaJcs2019'
import { ecdsaRdfc2019 } from './ecdsaRdfc2019'
import { ecdsaSd2023 } from './ecdsaSd2023'
import { ed25519Signature2018 } from './ed25519Signature2018'
import { ed25519Signature2020 } from './ed25519Signature2020'
import { eddsaJcs2022 } from './eddsaJcs2022'
import { eddsaRdfc2022 } from './eddsaRdfc2022'
import { jsonWebSignature2020 } from './jsonWebSignature2020'

const shelves = new WeakMap<ContextTable, readonly ProofSuite[]>()

/** The embedded proofs that can be verified. A suite that is not here is `unsupported` by its own name. One shelf for each table of contexts. */
export function proofSuites(contexts: ContextTable): readonly ProofSuite[] {
  const known = shelves.get(contexts)
  if (known) return known
  const shelf = [
    eddsaRdfc2022(contexts),
    ed25519Signature2020(contexts),
    eddsaJcs2022,
    ecdsaRdfc2019(contexts),
    ecdsaJcs2019,
    ecdsaSd2023(contexts),
    ed25519Signature2018(contexts),
    jsonWebSignature2020(contexts),
  ]
  shelves.set(contexts, shelf)
  return shelf
}
