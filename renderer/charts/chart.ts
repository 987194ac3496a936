import type { ReactNode } from 'react'
import type { Text } from '../../shared/text'

/** What an entry of this shelf must tell: the data behind the picture, its finding as a sentence, the same data as a table, and the picture. */
export interface Chart<Source, Data> {
  readonly name: string
  readonly dataOf: (source: Source) => Data
  /** A sentence with the finding, never the names of the axes. */
  readonly title: (data: Data, text: Text) => string
  /** The data as rows of text, the head first: for 「表で見る」 and the clipboard. */
  readonly rows: (data: Data, text: Text) => readonly (readonly string[])[]
  /** Shorter heads for the table on screen, and a line that explains them. */
  readonly narrow?: (text: Text) => { readonly head: readonly string[]; readonly what: string }
  /** What the marks mean, under the picture. */
  readonly Legend: (props: { readonly data: Data }) => ReactNode
  /** The picture. It is hidden from screen readers: title and table say the same. */
  readonly Draw: (props: { readonly data: Data }) => ReactNode
}
