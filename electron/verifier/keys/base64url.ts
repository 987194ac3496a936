/** The bytes of unpadded base64url; null where the text is not the canonical form of its bytes. @source RFC 7515, section 2 */
export function readBase64url(text: string): Buffer | null {
  // Node skips characters that are no base64url, and writes the canonical form.
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}
