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

/** What tests and benches call of the untyped package they compare the ZIP reader with. */
declare module 'yauzl' {
  import type { Readable } from 'node:stream'

  interface YauzlEntry {
    readonly fileName: string
    readonly uncompressedSize: number
  }
  interface YauzlFile {
    eachEntry(): AsyncIterable<YauzlEntry>
    openReadStreamPromise(entry: YauzlEntry): Promise<Readable>
  }
  interface Yauzl {
    fromBufferPromise(buffer: Buffer, options?: { readonly decodeStrings?: boolean; readonly strictFileNames?: boolean }): Promise<YauzlFile>
  }
  const yauzl: Yauzl
  export default yauzl
}
