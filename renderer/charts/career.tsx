import './career.css'
import { firstDay } from '../../shared/model/day'
import { classes } from '../components/classes'
import { GradeMark } from '../components/GradeMark'
import { formatDayNarrow } from '../words/format'
import { useLocale, useText } from '../words/text'
import { type CareerBox, type CareerLayout, type CareerSource, careerLayout } from './careerLayout'
import type { Chart } from './chart'

export interface CareerData {
  readonly layout: CareerLayout
  readonly source: CareerSource
}

/** The posts and badges of one person over time. */
export const career: Chart<CareerSource, CareerData> = {
  name: 'career',
  dataOf: (source) => ({ layout: careerLayout(source), source }),
  title: ({ layout, source }, { people }) => people.career.title(layout.years, layout.divisions, source.person.badges.length),
  rows: ({ layout, source }, text) => {
    const { career: words } = text.people
    const posts = source.person.assignments.map(({ startsOn, endsOn, division, post, concurrent }) => [
      startsOn === firstDay ? words.earlier : startsOn,
      endsOn ?? words.open,
      concurrent ? words.concurrent : words.posts,
      words.post(division, post),
    ])
    const badges = layout.marks.map(({ day, name, grade }) => [day, '', words.badge, `${name ?? text.shell.nameless}（${text.verdict.grades[grade].name}）`])
    return [words.head, ...[...posts, ...badges].toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))]
  },
  Legend: () => null,
  Draw: CareerLines,
}

/** The least share of the width that has room for the words on what is not recorded. */
const leastNoted = 0.08

const percent = (share: number): string => `${(share * 100).toFixed(3)}%`

function CareerLines({ data: { layout, source } }: { readonly data: CareerData }) {
  const { people } = useText()
  const locale = useLocale()
  return (
    <div className="career">
      <div className="career-names">
        {layout.posts.map((_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
          <span key={line}>{line === 0 ? people.career.posts : ''}</span>
        ))}
        {layout.concurrent.map((_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
          <span key={line}>{line === 0 ? people.career.concurrent : ''}</span>
        ))}
        {Array.from({ length: layout.markLines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other identity
          <span key={line}>{line === 0 ? people.career.badges : ''}</span>
        ))}
      </div>
      <div className="career-field">
        {layout.ticks.map(({ at, day }) => (
          <span key={day} className="career-tick" style={{ left: percent(at) }} />
        ))}
        {layout.recordFrom > leastNoted && (
          <span className="career-unrecorded" style={{ width: percent(layout.recordFrom) }}>
            {people.career.unrecorded}
          </span>
        )}
        {[...layout.posts, ...layout.concurrent].map((line) => (
          <div key={`${line[0]?.startsOn} ${line[0]?.division}`} className="career-line">
            {line.map((box) => (
              <Box key={`${box.startsOn} ${box.division}`} box={box} />
            ))}
          </div>
        ))}
        <div className="career-line" style={{ height: layout.markLines * 32 }}>
          {layout.marks.map((mark) => (
            <span
              key={mark.credentialId}
              className="career-mark"
              style={{ left: percent(mark.at), top: mark.line * 32 + 6 }}
              title={`${mark.name ?? ''} ${formatDayNarrow(mark.day, locale)}`}
            >
              <GradeMark grade={mark.grade} wordless />
            </span>
          ))}
        </div>
        <span className="career-on" style={{ left: percent(layout.on) }} />
        <div className="career-axis">
          {layout.ticks
            .filter(({ at }) => at < Math.min(layout.on - 0.07, 0.76) || (at > layout.on + 0.07 && at < 0.97))
            .map(({ at, day }) => (
              <span key={day} className={classes(at > 0.95 && 'last')} style={{ left: percent(at) }}>
                {locale === 'ja' ? formatDayNarrow(day, locale).replace(/\.1$/, '') : day.slice(0, 7)}
              </span>
            ))}
          <b className={classes(layout.on > 0.92 && 'last')} style={layout.on > 0.92 ? undefined : { left: percent(layout.on) }}>
            {people.career.on} {formatDayNarrow(source.on, locale)}
          </b>
        </div>
      </div>
    </div>
  )
}

function Box({ box }: { readonly box: CareerBox }) {
  const { people } = useText()
  const name = people.career.post(box.division, box.post)
  return (
    <span
      className={classes('career-box', box.concurrent && 'career-concurrent', box.current && 'career-current', box.endsOn === null && 'career-open')}
      style={{ left: percent(box.from), width: percent(Math.max(box.to - box.from, 0.004)) }}
      title={name}
    >
      {name}
      {box.endsOn === null && ' →'}
    </span>
  )
}
