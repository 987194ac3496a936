/** The bytes of unpadded base64url, or null where the text is written in any other way than the one way its bytes have. @source RFC 7515, section 2 */
export function readBase64url(text: string): Buffer | null {
  // The engine passes over what is no base64url; what it writes for the bytes is the one way they have.
  const bytes = Buffer.from(text, 'base64url')
  return bytes.toString('base64url') === text ? bytes : null
}
