import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'

/** The folder of the built pages. */
const folder = join(__dirname, '../renderer')

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

/** What a page of the window may load and do. Style attributes position the marks of charts; a style sheet can only be a file of the build. */
const windowPolicy =
  "default-src 'none'; script-src 'self'; style-src-elem 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** A printed page runs nothing: its style is in the page, its fonts are those of the build. */
const printPolicy =
  "default-src 'none'; script-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const answer = (body: string | Uint8Array<ArrayBuffer>, status: number, type: string, policy: string) =>
  new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'x-dns-prefetch-control': 'off',
      'cache-control': 'no-store',
    },
  })

/** Documents waiting to be printed, by the name they are asked for under. */
const documents = new Map<string, string>()

/** Offers a document to the print window. @returns its path, and a function that withdraws it. */
export function offerDocument(name: string, html: string): { readonly path: string; readonly withdraw: () => void } {
  documents.set(name, html)
  return { path: `/print/${name}`, withdraw: () => documents.delete(name) }
}

/** The fonts of printed pages: the style sheet the build made of `renderer/print.html`. */
async function printFonts(): Promise<string> {
  const page = await readFile(join(folder, 'print.html'), 'utf8')
  return [...page.matchAll(/<link rel="stylesheet"[^>]*href="\.\/([^"]+)"/g)].map(([, path]) => `<link rel="stylesheet" href="/${path}">`).join('')
}

/** The decoded path of a URL; null where its escapes are no UTF-8, or contain a NUL or a backslash, which separates paths on some systems. */
function decodePath(path: string): string | null {
  try {
    const decoded = decodeURIComponent(path)
    return decoded.includes('\0') || decoded.includes('\\') ? null : decoded
  } catch {
    return null // The only error of decodeURIComponent: a malformed escape.
  }
}

/** Answers `app://bundle/…` from the built pages alone. Any address that names no page is answered by 404. */
export async function servePage(request: Pick<Request, 'url' | 'method'>): Promise<Response> {
  const url = URL.parse(request.url)
  if (url === null || url.host !== 'bundle' || request.method !== 'GET') return answer('', 403, 'text/plain', printPolicy)
  const lent = documents.get(url.pathname.replace(/^\/print\//, ''))
  if (url.pathname.startsWith('/print/') && lent !== undefined) {
    return answer(lent.replace('</head>', `${await printFonts()}</head>`), 200, mediaTypes['.html']!, printPolicy)
  }
  const path = decodePath(url.pathname === '/' ? '/index.html' : url.pathname)
  if (path === null) return answer('', 404, 'text/plain', printPolicy)
  const file = normalize(join(folder, path))
  const type = mediaTypes[extname(file)]
  if (!file.startsWith(folder + sep) || type === undefined) return answer('', 404, 'text/plain', printPolicy)
  const bytes = await readFile(file).catch(() => null) // A file that is not in the build: 404.
  return bytes === null ? answer('', 404, 'text/plain', printPolicy) : answer(new Uint8Array(bytes), 200, type, windowPolicy)
}
