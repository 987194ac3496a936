import { failure, type Result, success } from '../../../shared/model/problem'
import { isLevel, type SkillMapping } from '../../../shared/model/skill'
import { plainText } from '../plainText'

/**
 * Which achievement stands for which skill, by a table of `achievementId,skill,level` and, where it has one, `issuerId`? A header row is optional, blank rows are
 * passed over, and the last line for an achievement, a skill and an issuer holds. A line without an issuer has `issuerId` null.
 *
 * @returns `skills.shape` where a row lacks a cell, `skills.level` where a level is not 1 to 4, each with the line in `detail`.
 * @source standards.md, section 8.14
 */
export function readMappings(rows: readonly (readonly string[])[]): Result<readonly SkillMapping[]> {
  const mappings = new Map<string, SkillMapping>()
  for (const [index, cells] of rows.entries()) {
    const [achievementId = '', skillText = '', levelText = '', issuerText = ''] = cells.map((cell) => cell.trim())
    if (cells.every((cell) => cell.trim() === '')) continue
    if (mappings.size === 0 && isHeader(achievementId, levelText)) continue
    const skill = pathOf(skillText)
    if (achievementId === '' || skill === '' || levelText === '') return failure({ code: 'skills.shape', detail: String(index + 1) })
    const level = Number(/^(?:lv|level)?([1-4])$/.exec(plainText(levelText))?.[1])
    if (!isLevel(level)) return failure({ code: 'skills.level', detail: `${index + 1}: ${levelText}` })
    const issuerId = issuerText === '' ? null : issuerText
    mappings.set(JSON.stringify([achievementId, skill, issuerId]), { achievementId, issuerId, skill, level })
  }
  return success([...mappings.values()])
}

const isHeader = (first: string, third: string): boolean =>
  ['achievementid', 'バッジid', 'id', 'achievement'].includes(plainText(first)) || ['level', 'レベル'].includes(plainText(third))

/** `行政DX ／ データ活用` is `行政DX/データ活用`. */
const pathOf = (text: string): string =>
  text
    .split(/[/／]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('/')
