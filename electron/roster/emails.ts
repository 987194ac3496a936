/** Addresses of one cell: several are divided by signs or blanks; of `山田 太郎 <taro@…>` and `mailto:taro@…` only the address is taken. */
export function emailsOf(cell: string): readonly string[] {
  const parts = cell.replace(/"[^"]*"/g, '').split(/[;；,，、\r\n]+/)
  const isNamed = parts.some((part) => bracketed.test(part))
  return parts.flatMap((part) => {
    const inside = bracketed.exec(part)?.[1]
    if (inside !== undefined) return [withoutScheme(inside)]
    // `山田, 太郎 <taro@…>`: a part of the name.
    return isNamed && !/[@＠]/.test(part) ? [] : part.split(/\s+/).map(withoutScheme)
  })
}

const bracketed = /[<＜]\s*([^<>＜＞\s]*[@＠][^<>＜＞\s]*)\s*[>＞]/

const withoutScheme = (address: string): string => {
  const rest = address.replace(/^mailto:/i, '')
  return rest === address ? address : rest.replace(/\?.*$/, '')
}
