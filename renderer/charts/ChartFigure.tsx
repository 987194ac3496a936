import './ChartFigure.css'
import { useId, useState } from 'react'
import { Button } from '../components/form/Button'
import { CopyTable } from '../components/table/CopyTable'
import { useText } from '../words/text'
import type { Chart } from './chart'

/** A chart with its title, and the same data as a table behind 「表で見る」. */
export function ChartFigure<Source, Data>({
  chart,
  source,
  heading = true,
}: {
  readonly chart: Chart<Source, Data>
  readonly source: Source
  readonly heading?: boolean
}) {
  const text = useText()
  const { chart: words } = text.skillMap
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  const data = chart.dataOf(source)
  const rows = chart.rows(data, text)
  const title = chart.title(data, text)
  const narrow = chart.narrow?.(text)
  return (
    <figure className={`chart chart-${chart.name}`} aria-labelledby={id}>
      <figcaption id={id} className={heading ? undefined : 'visually-hidden'}>
        {title}
      </figcaption>
      {asTable ? (
        <ChartTable caption={title} rows={rows} shown={narrow?.head} />
      ) : (
        <div className="chart-picture" role="img" aria-label={title}>
          <chart.Draw data={data} />
        </div>
      )}
      <div className="chart-foot">
        {asTable ? narrow && <span>{narrow.what}</span> : <chart.Legend data={data} />}
        <span className="chart-do">
          <Button kind="text" onPress={() => setAsTable(!asTable)}>
            {asTable ? words.asChart : words.asTable}
          </Button>
          <CopyTable rows={() => rows} />
        </span>
      </div>
    </figure>
  )
}

/** `shown` replaces the heads on screen; screen readers get the full ones. */
function ChartTable({
  caption,
  rows,
  shown,
}: {
  readonly caption: string
  readonly rows: readonly (readonly string[])[]
  readonly shown: readonly string[] | undefined
}) {
  const [head = [], ...body] = rows
  const numeric = (column: number) => column > 0 && body.every((row) => /^[\d,]*$/.test(row[column] ?? ''))
  return (
    <table className="data-table chart-table">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          {head.map((cell, column) => (
            <th key={cell} scope="col" className={numeric(column) ? 'number' : undefined} title={cell} aria-label={cell}>
              {shown?.[column] ?? cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row) => (
          <tr key={row.join('\t')}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={head[column]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={head[column]} className={numeric(column) ? 'number' : undefined}>
                  {cell}
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
