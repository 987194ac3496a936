/** What the benches call of the untyped package they compare with. */
declare module '@digitalbazaar/vc' {
  interface VerifyingByPeer {
    readonly credential: object
    readonly suite: object
    readonly documentLoader: (url: string) => Promise<{ readonly document: unknown; readonly documentUrl: string }>
    readonly now?: Date
  }
  export function verifyCredential(options: VerifyingByPeer): Promise<{ readonly verified: boolean; readonly error?: unknown }>
}
