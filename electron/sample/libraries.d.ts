/** The parts of untyped signing libraries that the sample city calls, and no more. */

declare module '@digitalbazaar/vc' {
  interface RemoteDocument {
    readonly contextUrl: null
    readonly documentUrl: string
    readonly document: unknown
  }
  type DocumentLoader = (url: string) => Promise<RemoteDocument>
  /** Knows the contexts the library carries; throws for any other address. */
  export const defaultDocumentLoader: DocumentLoader
  export function issue(options: {
    readonly credential: object
    readonly suite: object
    readonly documentLoader: DocumentLoader
    readonly purpose?: object
  }): Promise<Record<string, unknown>>
  export function verifyCredential(options: {
    readonly credential: object
    readonly suite: object
    readonly documentLoader: DocumentLoader
    readonly now: string
    readonly checkStatus?: () => Promise<{ readonly verified: boolean }>
  }): Promise<{ readonly verified: boolean; readonly error?: unknown }>
}

declare module '@digitalbazaar/data-integrity' {
  export const DataIntegrityProof: new (options: { readonly signer?: object; readonly date?: string; readonly cryptosuite: object }) => object
}

declare module '@digitalbazaar/eddsa-rdfc-2022-cryptosuite' {
  export const cryptosuite: object
}

declare module '@digitalbazaar/ed25519-signature-2020' {
  export const Ed25519Signature2020: new (options: { readonly signer?: object; readonly date?: string }) => object
}

declare module '@digitalbazaar/ed25519-multikey' {
  interface KeyPair {
    id: string
    controller: string
    readonly publicKeyMultibase: string
    readonly publicKey: Uint8Array
    signer(): object
  }
  export function generate(options: { readonly seed: Uint8Array }): Promise<KeyPair>
}
