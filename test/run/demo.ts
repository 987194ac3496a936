// npm run demo: the main job from end to end on the sample city, into demo/.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { launch } from '../e2e/launch.ts'
import { ensureBrowser } from './ensureBrowser.ts'
import { ensureBuild, root } from './freshBuild.ts'

const folder = join(root, 'demo')
const at = (...parts: readonly string[]) => join(folder, ...parts)
const day = '2026-11-20'
const instant = '2026-11-20T09:00:00+09:00'

/** Runs one verb and gives what it printed; a verb that could not do its work ends the demo with its message. */
function tekizai(...words: readonly string[]): string {
  console.log(`\n$ npm run -s tekizai -- ${words.map((word) => (word.startsWith(root) ? relative(root, word) : word)).join(' ')}`)
  const given = ['--import', join(root, 'test/stand-in/register.ts'), join(root, 'out/main/index.cjs'), '--cli', ...words]
  const done = spawnSync(process.execPath, given, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    maxBuffer: 2 ** 28,
    env: { ...process.env, STAND_IN_HEADLESS: '1' },
  })
  if (done.status === 0) return done.stdout
  console.error('The demo ends here.')
  process.exit(done.status ?? 1)
}

interface Line {
  readonly division: string
  readonly skill: string
  readonly level: number
  readonly holders: number
  readonly people: number
}

const symbol = (holders: number) => (holders === 0 ? '✕' : holders === 1 ? '▲' : holders === 2 ? '○' : '◎')
const width = (text: string) => [...text].reduce((sum, character) => sum + (/[ -ÿ▲○◎✕]/.test(character) ? 1 : 2), 0)
const pad = (text: string, size: number) => text + ' '.repeat(Math.max(0, size - width(text)))

/** The map of the divisions as text: 部 and 課 by leaf skill, Lv1 and above. */
function printMap(printed: string): void {
  const lines = printed
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Line)
  const first = lines.filter(({ level }) => level === 1)
  const skills = [...new Set(first.map(({ skill }) => skill))].filter((skill, _index, all) => !all.some((other) => other.startsWith(`${skill}/`)))
  const divisions = [...new Set(first.map(({ division }) => division))].filter((division) => division.split('/').length <= 2)
  const names = skills.map((skill) => skill.split('/').at(-1)!)
  console.log(`${pad('部署', 30)}${pad('人', 5)}${names.map((name) => pad(name, width(name) + 2)).join('')}`)
  for (const division of divisions) {
    const row = first.filter((line) => line.division === division)
    const cells = skills.map((skill, index) => {
      const holders = row.find((line) => line.skill === skill)?.holders ?? 0
      return pad(`${symbol(holders)} ${holders}`, width(names[index]!) + 2)
    })
    const depth = division === '*' || !division.includes('/') ? 0 : 1
    console.log(
      `${pad(`${'  '.repeat(depth)}${division === '*' ? '全体' : division.split('/').at(-1)}`, 30)}${pad(String(row[0]!.people), 5)}${cells.join('')}`,
    )
  }
}

ensureBrowser()
ensureBuild()
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder)

process.stdout.write(tekizai('sample', '--out', at('city')))
process.stdout.write(tekizai('roster', at('city', 'roster.csv'), '--data', at('data'), '--on', day))
process.stdout.write(tekizai('register', 'import', at('city', 'register.json'), '--data', at('data')))
process.stdout.write(tekizai('skills', 'import', at('city', 'skills.csv'), '--data', at('data')))
process.stdout.write(tekizai('import', at('city', 'badges.zip'), '--data', at('data'), '--at', instant))
// Hosted badges stay unproven by the copies in the bundle. The city's own result of an inquiry is accepted by name, as there is no network here to ask.
process.stdout.write(tekizai('courier', 'accept', at('city', 'evidence.json'), '--confirmed-by', '佐伯 由香里', '--data', at('data'), '--at', instant))
printMap(tekizai('coverage', '--data', at('data'), '--on', day, '--json'))
process.stdout.write(tekizai('requirements', 'import', at('city', 'requirements.csv'), '--data', at('data')))
process.stdout.write(tekizai('gap', '--data', at('data'), '--on', day, '--at', instant))
for (const format of ['pdf', 'xlsx'])
  process.stdout.write(tekizai('report', 'skill-map', '--data', at('data'), '--on', day, '--out', at(`部署別スキルマップ.${format}`)))

const program = await launch(['--data', at('data')])
const page = await program.firstWindow()
await page.evaluate((on) => {
  location.hash = `#/skillMap?on=${on}`
}, day)
await page.getByRole('grid').waitFor()
await page.evaluate(() => document.fonts.ready.then(() => true))
writeFileSync(at('部署スキルマップの画面.png'), await page.screenshot())
await program.close()

console.log('\nMade:')
for (const name of ['部署別スキルマップ.pdf', '部署別スキルマップ.xlsx', '部署スキルマップの画面.png'])
  console.log(`  demo/${name}  ${Math.round(statSync(at(name)).size / 1024)} KB`)
console.log('\nThe window on the same data:  npm start -- --data demo/data')
