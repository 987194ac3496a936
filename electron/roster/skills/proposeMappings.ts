import type { Achievement } from '../../../shared/model/credential'
import type { SkillMapping, SkillPath } from '../../../shared/model/skill'
import { plainText } from '../plainText'
import { levelOf } from './levelOf'
import { starterSkills } from './starter'

export interface Proposal extends SkillMapping {
  readonly achievementName: string | null
  readonly reason: 'alignment' | 'tag' | 'name'
  /** Credentials of the achievement, as it was given. */
  readonly badges: number
}

/** An achievement, with how many credentials there are of it. */
export interface HeldAchievement extends Achievement {
  readonly issuerId?: string | null
  readonly badges: number
}

interface Word {
  readonly plain: string
  readonly skill: SkillPath
}

/**
 * Which skill could each achievement stand for?
 *
 * Its alignments are asked first (name or code equal to a skill's), then its tags, then its name, which may contain a skill's name or a word of the starter
 * tree. The city's own skills come before the starter tree's. Only proposals: somebody decides.
 *
 * @param skills Paths of the skills in use.
 * @param mappings Those in force: an achievement that has one gets no proposal.
 * @returns At most one for each achievement, in the order given.
 */
export function proposeMappings(
  achievements: readonly HeldAchievement[],
  skills: readonly SkillPath[],
  mappings: readonly SkillMapping[] = [],
): readonly Proposal[] {
  const mapped = new Set(mappings.map(({ achievementId }) => achievementId))
  const words = skillWords(skills)
  return achievements.flatMap((achievement) => {
    if (achievement.id === null || mapped.has(achievement.id)) return []
    const found = propose(achievement, words)
    return found
      ? [
          {
            achievementId: achievement.id,
            issuerId: achievement.issuerId ?? null,
            achievementName: achievement.name,
            level: levelOf(achievement.name ?? ''),
            ...found,
            badges: achievement.badges,
          },
        ]
      : []
  })
}

function propose({ name, tags, alignments }: Achievement, words: readonly Word[]): Pick<Proposal, 'skill' | 'reason'> | null {
  const aligned = alignments.flatMap((alignment) => [alignment.name, alignment.code]).find((text) => text && equalTo(text, words))
  if (aligned) return { skill: equalTo(aligned, words)!, reason: 'alignment' }
  const tag = tags.find((text) => equalTo(text, words))
  if (tag) return { skill: equalTo(tag, words)!, reason: 'tag' }
  const contained = name && containedIn(name, words)
  return contained ? { skill: contained, reason: 'name' } : null
}

/** Every word a skill is known by: its path, its last name, and the words of the starter tree. A starter skill the city has under another branch is the city's. */
function skillWords(skills: readonly SkillPath[]): readonly Word[] {
  const own = skills.flatMap((skill) => [skill, skill.split('/').at(-1)!].map((text) => ({ plain: plainText(text), skill })))
  const byName = new Map(own.map(({ plain, skill }) => [plain, skill]))
  const starter = starterSkills.flatMap(({ path, words }) => {
    const name = path.split('/').at(-1)!
    const skill = byName.get(plainText(path)) ?? byName.get(plainText(name)) ?? path
    return [path, name, ...words].map((text) => ({ plain: plainText(text), skill }))
  })
  return [...own, ...starter].filter(({ plain }) => plain !== '')
}

const equalTo = (text: string, words: readonly Word[]): SkillPath | undefined => {
  const plain = plainText(text)
  return words.find((word) => word.plain === plain)?.skill
}

/** The longest word found; letters must stand alone, so that `AI` is not met inside `training`. */
function containedIn(name: string, words: readonly Word[]): SkillPath | undefined {
  const plain = plainText(name)
  const spaced = name.normalize('NFKC').toLowerCase()
  const found = words.filter((word) =>
    /^[a-z]+$/.test(word.plain) && word.plain.length < 9 ? new RegExp(`(^|[^a-z])${word.plain}($|[^a-z])`).test(spaced) : plain.includes(word.plain),
  )
  return found.reduce<Word | undefined>((longest, next) => (longest && longest.plain.length >= next.plain.length ? longest : next), undefined)?.skill
}
