import './depthBySkill.css'
import { Bar, BarChart, XAxis, YAxis } from 'recharts'
import type { CoverageTable } from '../../shared/contract/coverage'
import { type Depth, depthBySkill as depthData, depths, type SkillDepth, unitsOf } from '../../shared/coverage'
import { DepthSymbol } from '../components/DepthSymbol'
import { useText } from '../words/text'
import type { Chart } from './chart'

export interface DepthChartData {
  readonly units: number
  readonly skills: readonly SkillDepth[]
}

/** Height of one skill's bar with its gap, in CSS pixels. */
const barPitch = 25
/** The thinnest skills are drawn; all are in the table. */
const mostBars = 15
/** The longest name that is drawn whole, in wide characters. */
const mostName = 8

/** A bar for each skill: how many 課 have 0, 1, 2, 3 and more holders, with the symbols of the map, thinnest first. */
export const depthBySkill: Chart<CoverageTable, DepthChartData> = {
  name: 'depth',
  dataOf: (table) => ({ units: unitsOf(table).length, skills: depthData(table) }),
  title: ({ units, skills }, { skillMap }) => {
    const [thinnest] = skills
    if (thinnest === undefined || units === 0) return skillMap.chart.none
    return skillMap.chart.finding(thinnest.name, units, thinnest.depths[0], thinnest.depths[1])
  },
  rows: ({ skills }, { skillMap }) => [skillMap.chart.head, ...skills.map(({ name, depths: units, city }) => [name, ...units.map(String), String(city)])],
  narrow: ({ skillMap }) => ({ head: skillMap.chart.shortHead, what: skillMap.chart.whatTable }),
  Legend: DepthLegend,
  Draw: DepthBars,
}

function DepthLegend({ data: { skills } }: { readonly data: DepthChartData }) {
  const { skillMap } = useText()
  return (
    <>
      <span className="chart-keys">
        {depths.map((step) => (
          <span key={step} className={`chart-key depth-${step}`}>
            <DepthSymbol holders={step} />
            {skillMap.chart.depths[step]}
          </span>
        ))}
      </span>
      <span>
        {skillMap.chart.what}
        {skills.length > mostBars && skillMap.chart.rest(skills.length - mostBars)}
      </span>
    </>
  )
}

function DepthBars({ data: { units, skills: all } }: { readonly data: DepthChartData }) {
  const skills = all.slice(0, mostBars)
  const height = skills.length * barPitch + 2
  const nameWidth = Math.ceil(Math.min(mostName, Math.max(...skills.map(({ name }) => wideness(name)))) * 14) + 8
  return (
    <BarChart
      responsive
      layout="vertical"
      data={[...skills]}
      style={{ width: '100%', height }}
      margin={{ top: 0, right: 1, bottom: 0, left: 0 }}
      barCategoryGap={2}
      accessibilityLayer={false}
    >
      <XAxis type="number" domain={[0, Math.max(units, 1)]} hide />
      <YAxis type="category" dataKey="name" width={nameWidth} interval={0} axisLine={false} tickLine={false} tick={SkillName} />
      {depths.map((step) => (
        <Bar
          key={step}
          dataKey={(skill: SkillDepth) => skill.depths[step]}
          stackId="units"
          isAnimationActive={false}
          shape={(mark: Mark) => <DepthMark {...mark} step={step} />}
        />
      ))}
    </BarChart>
  )
}

interface Mark {
  readonly x?: number | undefined
  readonly y?: number | undefined
  readonly width?: number | undefined
  readonly height?: number | undefined
  readonly value?: unknown
}

/** The width of a number in CSS pixels: a digit is about 8 wide. */
const roomFor = (count: number): number => String(count).length * 8.5 + 6

function DepthMark({ x = 0, y = 0, width = 0, height = 0, value, step }: Mark & { readonly step: Depth }) {
  // A stacked bar's value is its two ends.
  const count = Array.isArray(value) ? Number(value[1]) - Number(value[0]) : Number(value)
  if (width <= 0) return null
  return (
    <g className={`mark mark-${step}`}>
      <rect x={x} y={y} width={Math.max(width - 2, 1)} height={height} />
      {width >= roomFor(count) && (
        <text x={x + (width - 2) / 2} y={y + height / 2} dy="0.36em" textAnchor="middle">
          {count}
        </text>
      )}
    </g>
  )
}

/** The length of a name in wide characters. */
const wideness = (name: string): number => [...name].reduce((sum, character) => sum + (character.charCodeAt(0) < 0x100 ? 0.58 : 1), 0)

/** A name as it is drawn: one that is too long is cut and ends in …; the table has it in full. */
const cutName = (name: string): string => (wideness(name) <= mostName + 0.3 ? name : `${[...name].slice(0, mostName - 1).join('')}…`)

function SkillName({ y = 0, payload }: { readonly y?: number | string; readonly payload?: { readonly value?: unknown } }) {
  const name = String(payload?.value ?? '')
  return (
    <text x={0} y={Number(y)} dy="0.36em" className="mark-name">
      {cutName(name)}
      <title>{name}</title>
    </text>
  )
}
