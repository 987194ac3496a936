/** A sentence from `shared/text` in which `**…**` stands for what is printed bold: the finding, the number. Names inside stay plain text. */
export function Marked({ children }: { readonly children: string }) {
  // Every second piece stood between the marks.
  return children.split('**').map((piece, index) => (index % 2 === 1 ? <b key={`${index} ${piece}`}>{piece}</b> : piece))
}
