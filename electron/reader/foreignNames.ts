/** Files that systems and programs leave behind. */
const leftBehind = new Set(['thumbs.db', 'ehthumbs.db', '.ds_store', 'desktop.ini', '.localized', 'icon\r'])

/**
 * Is this, by its name, a file that Windows, macOS or an office program leaves behind?
 * @param source A label such as `bundle.zip!__MACOSX/._0012.png`.
 */
export function isLeftBehind(source: string): boolean {
  const name = source.slice(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\'), source.lastIndexOf('!')) + 1)
  if (leftBehind.has(name.toLowerCase()) || name.startsWith('._') || name.startsWith('~$')) return true
  return source.includes('__MACOSX') && source.split(/[/\\!]/).includes('__MACOSX')
}
