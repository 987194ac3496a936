import type { ProofSuite } from '../suite'
import { ecdsaJcs2019 } from './ecdsaJcs2019'
import { ecdsaRdfc2019 } from './ecdsaRdfc2019'
import { ecdsaSd2023 } from './ecdsaSd2023'
import { ed25519Signature2018 } from './ed25519Signature2018'
import { ed25519Signature2020 } from './ed25519Signature2020'
import { eddsaJcs2022 } from './eddsaJcs2022'
import { eddsaRdfc2022 } from './eddsaRdfc2022'
import { jsonWebSignature2020 } from './jsonWebSignature2020'

/** The embedded proofs that can be verified. A suite that is not in the table is `unsupported` by its own name. */
export const proofSuites: readonly ProofSuite[] = [
  eddsaRdfc2022,
  ed25519Signature2020,
  eddsaJcs2022,
  ecdsaRdfc2019,
  ecdsaJcs2019,
  ecdsaSd2023,
  ed25519Signature2018,
  jsonWebSignature2020,
]
