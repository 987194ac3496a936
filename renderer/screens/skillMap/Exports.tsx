import { Button } from '../../components/form/Button'
import { Menu } from '../../components/form/Menu'
import { Dialog } from '../../components/notice/Dialog'
import { ProblemNote } from '../../components/notice/ProblemNote'
import { Toast } from '../../components/notice/Toast'
import { Table, TableBox } from '../../components/table/Table'
import { fileName } from '../../words/format'
import { useText } from '../../words/text'
import type { Exporting } from './useExport'

/** The buttons that write the map to a file. */
export function ExportButtons({ exporting }: { readonly exporting: Exporting }) {
  const { exporting: words } = useText().skillMap
  const because = exporting.running ? '' : null
  return (
    <>
      <Button onPress={() => exporting.save('xlsx')} because={because}>
        {words.excel}
      </Button>
      <Button className="wide-only" onPress={() => exporting.save('pdf')} because={because}>
        {words.print}
      </Button>
      <Menu
        label={words.more}
        entries={[
          { key: 'pdf', label: words.print, onPress: () => exporting.save('pdf') },
          { key: 'utf-8', label: words.csvUtf8, onPress: () => exporting.save('csv', 'utf-8') },
          { key: 'cp932', label: words.csvCp932, onPress: () => exporting.save('csv', 'cp932') },
        ]}
      />
    </>
  )
}

/** The result of an export: the path, the problem, or the characters that cannot be written. */
export function ExportOutcome({ exporting }: { readonly exporting: Exporting }) {
  const text = useText()
  const { skillMap, shell } = text
  const { saved, unwritable, problem, forget } = exporting
  return (
    <>
      {problem && (
        <ProblemNote problem={problem}>
          <Button kind="text" onPress={forget}>
            {shell.close}
          </Button>
        </ProblemNote>
      )}
      {saved?.path && (
        <Toast title={skillMap.saved(fileName(saved.path))} onClose={forget}>
          <p>
            {skillMap.savedWhere} <span className="literal">{saved.path}</span>
          </p>
          {saved.problems.map((found) => (
            <ProblemNote key={`${found.code} ${found.at ?? ''}`} problem={found} />
          ))}
        </Toast>
      )}
      {unwritable.length > 0 && (
        <Dialog
          wide
          title={skillMap.unwritable.title(unwritable.length)}
          onClose={forget}
          actions={
            <>
              <Button kind="primary" onPress={() => exporting.save('csv', 'utf-8')}>
                {skillMap.unwritable.useUtf8}
              </Button>
              <Button onPress={forget}>{shell.cancel}</Button>
            </>
          }
        >
          <p>{skillMap.unwritable.why}</p>
          <TableBox label={skillMap.unwritable.title(unwritable.length)}>
            <Table
              caption={skillMap.unwritable.title(unwritable.length)}
              columns={[
                { key: 'character', title: skillMap.unwritable.character, width: 64 },
                { key: 'code', title: skillMap.unwritable.code, width: 100 },
                { key: 'where', title: skillMap.unwritable.where },
                { key: 'count', title: skillMap.unwritable.count, numeric: true, width: 64 },
              ]}
            >
              {unwritable.map(({ character, codePoint, where, count }) => (
                <tr key={`${codePoint} ${where}`}>
                  <th scope="row">{character}</th>
                  <td className="monospace">{codePoint}</td>
                  <td>{where}</td>
                  <td className="number">{count}</td>
                </tr>
              ))}
            </Table>
          </TableBox>
        </Dialog>
      )}
    </>
  )
}
