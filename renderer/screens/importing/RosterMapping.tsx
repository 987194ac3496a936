import './RosterMapping.css'
import type { RosterMapping as Mapping, RosterField } from '../../../shared/contract/roster'
import { Flag } from '../../components/Flag'
import { Choice } from '../../components/form/Field'
import { Row, Table, TableBox } from '../../components/table/Table'
import { useText } from '../../words/text'

/** Without these no roster can be read; of the divisions one is enough. */
const needed: readonly RosterField[] = ['staffNumber', 'name']
const divisions: readonly RosterField[] = ['divisionCode', 'department', 'section', 'unit']

/** Which column of the file is which of our fields: guessed, shown with an example, and corrected by choosing. */
export function RosterMapping({
  headers,
  mapping,
  example,
  onChange,
}: {
  readonly headers: readonly string[]
  readonly mapping: Mapping
  /** The values of the first data row, in the order of `headers`. */
  readonly example: readonly string[] | undefined
  /** An empty header: the file has no such column. */
  readonly onChange: (field: RosterField, header: string) => void
}) {
  const { importing } = useText()
  const { roster: words, rosterFields } = importing
  const none = (field: RosterField) => (mapping[field] ?? '') === ''
  const lacking = (field: RosterField) =>
    (needed.includes(field) && none(field) && !(field === 'name' && !none('familyName'))) || (field === 'section' && divisions.every(none))
  // The words name every field exactly once: their keys are the fields.
  const fields = Object.keys(rosterFields) as RosterField[]
  const options = [
    { value: '', label: words.noColumn },
    ...[...new Set(headers)].filter((header) => header !== '').map((header) => ({ value: header, label: header })),
  ]
  return (
    <section className="stack">
      <h2>{words.mapping}</h2>
      <p className="muted">{words.mappingHelp}</p>
      <TableBox label={words.mapping} fills>
        <Table
          caption={words.mapping}
          columns={[
            { key: 'ours', title: words.ours, width: 120 },
            { key: 'theirs', title: words.theirs, width: 180 },
            { key: 'example', title: words.example },
          ]}
        >
          {fields.map((field) => {
            const header = mapping[field]
            return (
              <Row key={field}>
                <th scope="row">
                  {rosterFields[field]}
                  {lacking(field) && (
                    <span className="lacks">
                      <Flag kind="warn">{words.required}</Flag>
                    </span>
                  )}
                </th>
                <td>
                  <Choice
                    quiet
                    label={words.choose(rosterFields[field])}
                    value={header ?? ''}
                    options={options}
                    onChange={(chosen) => onChange(field, chosen)}
                  />
                </td>
                <td className="literal">{header === undefined || header === '' ? <span className="muted">―</span> : example?.[headers.indexOf(header)]}</td>
              </Row>
            )
          })}
        </Table>
      </TableBox>
    </section>
  )
}
