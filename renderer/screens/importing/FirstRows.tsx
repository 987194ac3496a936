import { Row, Table, TableBox } from '../../components/table/Table'
import { useText } from '../../words/text'

/** The first rows as they were read: leading zeros, rare characters and all. */
export function FirstRows({ headers, rows }: { readonly headers: readonly string[]; readonly rows: readonly (readonly string[])[] }) {
  const { roster: words } = useText().importing
  const columns = headers.map((title, index) => ({ key: `${index} ${title}`, title }))
  return (
    <section className="stack">
      <h2>{words.first}</h2>
      <TableBox label={words.first}>
        <Table caption={words.first} columns={columns}>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows as read have no other identity than their place
            <Row key={`${index} ${row.join()}`}>
              {columns.map((column, place) => (
                <td key={column.key} className="unbroken">
                  {row[place]}
                </td>
              ))}
            </Row>
          ))}
        </Table>
      </TableBox>
    </section>
  )
}
