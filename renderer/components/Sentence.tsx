/** A sentence whose words between ** are bold. The words come from `shared/text`, never from data alone. */
export function Sentence({ children }: { readonly children: string }) {
  // Every second piece was between two marks.
  // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity than their place
  return children.split('**').map((piece, index) => (index % 2 === 1 ? <b key={`${index} ${piece}`}>{piece}</b> : piece))
}
