import { useCall } from '../../ask/api'
import { SeeChangedVerdicts } from '../../components/ChangedVerdicts'
import { Note } from '../../components/notice/Note'
import { gradeMoves } from '../../words/reverified'
import { useText } from '../../words/text'

/** Verdicts of stored badges that the keys, lists and fetched copies of an import changed; empty if none changed. */
export function ChangedByImport({ importId }: { readonly importId: string }) {
  const text = useText()
  const { changed } = text.importing
  const of = { importId }
  const read = useCall('verification.changes', { of, offset: 0, limit: 1 }, { keep: true })
  if (read.value === undefined || read.value.total === 0) return null
  const count = read.value.total
  const moved = gradeMoves(text, read.value.moves)
  return (
    <Note kind="act">
      {moved.length === 0 ? changed.details(count) : changed.moved(moved)} <SeeChangedVerdicts of={of} count={count} />
    </Note>
  )
}
