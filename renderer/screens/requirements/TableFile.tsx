import { useState } from 'react'
import type { Output } from '../../../shared/contract'
import { useAction, useInvoke } from '../../ask/api'
import { Button } from '../../components/form/Button'
import { Tick } from '../../components/form/Field'
import { Dialog } from '../../components/notice/Dialog'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Row, Table, TableBox } from '../../components/table/Table'
import { useText } from '../../words/text'

interface Chosen {
  readonly path: string
  readonly replace: boolean
  readonly preview: Output<'requirement.preview'>
}

/** Reads requirements from a CSV or XLSX after showing what it changes, or every fault of it; and writes them as CSV. */
export function TableFile({ rows, onDone }: { readonly rows: number; readonly onDone: (message: string) => void }) {
  const { requirements: words, shell, problems } = useText()
  const invoke = useInvoke()
  const preview = useAction('requirement.preview')
  const read = useAction('requirement.import')
  const write = useAction('requirement.export')
  const [chosen, setChosen] = useState<Chosen>()
  const look = async (path: string, replace: boolean) => {
    const previewed = await preview.run({ path, replace })
    if (previewed.ok) setChosen({ path, replace, preview: previewed.value })
  }
  const choose = async () => {
    const asked = await invoke('dialog.choose', { what: 'requirements' })
    const path = asked.ok ? asked.value.paths[0] : undefined
    if (path !== undefined) await look(path, false)
  }
  const confirm = async ({ path, replace }: Chosen) => {
    const done = await read.run({ path, replace })
    if (!done.ok) return
    // The file may have changed since it was looked at.
    if (done.value.faults.length > 0) return setChosen({ path, replace, preview: done.value })
    setChosen(undefined)
    onDone(words.imported(done.value))
  }
  const save = async () => {
    const written = await write.run({})
    if (written.ok && written.value.path !== null) onDone(words.exported(written.value.rows, written.value.path))
  }
  const problem = preview.problem ?? read.problem ?? write.problem
  const faults = chosen?.preview.faults ?? []
  return (
    <>
      <Button because={preview.running ? words.reading : null} onPress={() => void choose()}>
        {words.importFile}
      </Button>
      <Button because={rows === 0 ? '' : null} onPress={() => void save()}>
        {words.exportFile}
      </Button>
      {problem && <ProblemNote problem={problem} />}
      {chosen !== undefined && (
        <Dialog
          wide
          title={faults.length > 0 ? words.refused(faults.length) : words.importFile}
          onClose={() => setChosen(undefined)}
          actions={
            <>
              {faults.length === 0 && (
                <Button kind="primary" because={read.running ? words.saving : null} onPress={() => void confirm(chosen)}>
                  {words.importDo(chosen.preview.new + chosen.preview.changed + chosen.preview.removed)}
                </Button>
              )}
              <Button onPress={() => setChosen(undefined)}>{faults.length > 0 ? shell.close : shell.cancel}</Button>
            </>
          }
        >
          {faults.length === 0 ? (
            <>
              <p>{words.previewed(chosen.preview)}</p>
              <Tick label={words.replaceAll} checked={chosen.replace} onChange={(replace) => void look(chosen.path, replace)} />
            </>
          ) : (
            <>
              <p>{words.refusedWhy}</p>
              <TableBox label={words.faults}>
                <Table caption={words.faults} columns={words.faultColumns.map((title) => ({ key: title, title }))}>
                  {faults.map(({ row, column, value, code }) => (
                    <Row key={`${row} ${column} ${code}`}>
                      <td>{row}</td>
                      <td>{column}</td>
                      <td className="literal">{value}</td>
                      <td>
                        {problems[code].found} {problems[code].why}
                      </td>
                    </Row>
                  ))}
                </Table>
              </TableBox>
            </>
          )}
        </Dialog>
      )}
    </>
  )
}
