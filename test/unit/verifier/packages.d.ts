/** The parts of untyped packages that tests call, besides those declared in proofs/. */
interface PeerLoaded {
  readonly document: unknown
  readonly documentUrl: string
}

declare module 'jsonld' {
  interface CanonizeOptions {
    readonly algorithm: 'RDFC-1.0'
    readonly format: 'application/n-quads'
    readonly base: null
    readonly safe: true
    readonly canonizeOptions: { readonly messageDigestAlgorithm: 'sha256' | 'sha384' }
    readonly documentLoader: (url: string) => Promise<PeerLoaded>
  }
  const jsonld: { canonize(document: import('../../../shared/model/json').JsonObject, options: CanonizeOptions): Promise<string> }
  export default jsonld
}

declare module '@digitalbazaar/vc' {
  interface PeerVerifying {
    readonly credential: unknown
    readonly suite: readonly object[]
    readonly documentLoader: (url: string) => Promise<PeerLoaded>
    readonly checkStatus: () => Promise<{ readonly verified: true }>
    readonly now: Date
  }
  export function verifyCredential(options: PeerVerifying): Promise<{ readonly verified: boolean; readonly error?: unknown }>
}
