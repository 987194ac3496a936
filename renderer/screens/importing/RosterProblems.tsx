import type { RosterProblem, RosterSummary } from '../../../shared/contract/roster'
import { Note } from '../../components/notice/Note'
import { CopyTable } from '../../components/table/CopyTable'
import { Row, Table, TableBox } from '../../components/table/Table'
import { formatNumber } from '../../words/format'
import { explain, useText } from '../../words/text'

/** Rows beyond this number are only in the copied table. */
const shown = 200

/** Rows to check, each with its location, finding and next step; and divisions whose name changes. */
export function RosterProblems({ problems, renamed }: { readonly problems: readonly RosterProblem[]; readonly renamed: RosterSummary['renamedDivisions'] }) {
  const text = useText()
  const { roster: words } = text.importing
  const columns = [
    { key: 'row', title: words.problemRow, numeric: true },
    { key: 'column', title: words.problemColumn },
    { key: 'value', title: words.problemValue },
    { key: 'words', title: words.problemWords },
  ]
  const cells = () => [
    columns.map(({ title }) => title),
    ...problems.map((problem) => [
      problem.row === null ? words.whole : String(problem.row),
      problem.column ?? '',
      problem.value ?? '',
      `${explain(text, problem).found} ${explain(text, problem).next}`,
    ]),
  ]
  return (
    <>
      {renamed.length > 0 && (
        <Note title={words.renamed}>
          <ul>
            {renamed.map(({ code, from, to }) => (
              <li key={code}>{words.renamedOne(code, from, to)}</li>
            ))}
          </ul>
        </Note>
      )}
      {problems.length === 0 ? (
        <p>✓ {words.noProblems}</p>
      ) : (
        <section className="stack">
          <div className="head">
            <h2>{words.problems(problems.length)}</h2>
            <span className="grow" />
            <CopyTable rows={cells} />
          </div>
          <TableBox label={words.problems(problems.length)}>
            <Table caption={words.problems(problems.length)} columns={columns}>
              {problems.slice(0, shown).map((problem) => {
                const { found, next } = explain(text, problem)
                return (
                  <Row key={`${problem.code} ${problem.row} ${problem.column} ${problem.value}`}>
                    <td className="number">{problem.row === null ? words.whole : formatNumber(problem.row)}</td>
                    <td className="unbroken">{problem.column}</td>
                    <td className="literal">{problem.value}</td>
                    <td>
                      <b>{found}</b>
                      <div className="muted">{next}</div>
                    </td>
                  </Row>
                )
              })}
            </Table>
          </TableBox>
          {problems.length > shown && <p className="muted">{words.moreProblems(problems.length - shown)}</p>}
        </section>
      )}
    </>
  )
}
