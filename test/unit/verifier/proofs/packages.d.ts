/** The parts of the untyped packages of other signers that tests call. */
interface SigningKey {
  readonly id: string
  signer(): unknown
}
interface KeyChoice {
  readonly seed: Uint8Array
  readonly controller: string
  readonly id?: string
}
type SignedDocument = import('../../../../shared/model/json').JsonObject

declare module '@digitalbazaar/ed25519-multikey' {
  export function generate(choice: KeyChoice): Promise<SigningKey & { readonly publicKeyMultibase: string }>
}
declare module '@digitalbazaar/ed25519-verification-key-2020' {
  export const Ed25519VerificationKey2020: { generate(choice: KeyChoice): Promise<SigningKey> }
}
declare module '@digitalbazaar/ed25519-signature-2020' {
  export const Ed25519Signature2020: new (options?: { readonly key: SigningKey; readonly date: string }) => object
}
declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: { readonly signer?: unknown; readonly cryptosuite: unknown; readonly date?: string }) => object
}
declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: unknown
}
declare module '@digitalbazaar/vc' {
  interface Issuing {
    readonly credential: SignedDocument
    readonly suite: object
    readonly documentLoader: (url: string) => Promise<{ readonly document: unknown; readonly documentUrl: string }>
    readonly now?: Date
  }
  export function issue(options: Issuing): Promise<SignedDocument>
}
