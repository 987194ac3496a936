import type { ZipEntry } from './openZip'

/** Folders of office packages. A root without a folder is for the few parts at the top. */
const roots = /^(_rels|docProps|customXml|xl|word|ppt|visio|META-INF|Configurations2|Thumbnails|Object \d+|theme|\[trash\])\//

/** Parts at the top of a package. */
const tops = new Set(['[Content_Types].xml', 'mimetype', 'content.xml', 'styles.xml', 'meta.xml', 'settings.xml', 'manifest.rdf', 'layout-cache'])

/** Endings of parts that no badge has. PNG, SVG, JSON and text are not among them: a picture in a document may be a badge. */
const endings = /\.(xml|rels|vml|bin|rdf|jpe?g|gif|bmp|tiff?|emf|wmf|wdp|ttf|odttf|fntdata|sigs|psmdcp)$/i

const isPart = (name: string): boolean => tops.has(name) || (roots.test(name) && endings.test(name))

/**
 * Is the archive a document of an office program (Word, Excel, PowerPoint, OpenDocument)? Then it is one file, not an archive of files. One entry with another
 * name, or one that may be a badge, makes it an ordinary ZIP: each entry is read.
 *
 * @source ISO/IEC 29500-2, section 7 (Open Packaging Conventions); OpenDocument 1.3 part 2, section 3
 */
export function isOfficePackage(entries: Iterable<Pick<ZipEntry, 'name'>>): boolean {
  let isMarked = false
  for (const { name } of entries) {
    if (!isPart(name)) return false
    if (name === '[Content_Types].xml' || name === 'mimetype') isMarked = true
  }
  return isMarked
}
