import type { Api, Input } from '../../../shared/contract'
import type { PersonRow } from '../../../shared/contract/people'
import type { Text } from '../../../shared/text'
import { listedSkills } from './summary'

const pageSize = 1000

/** The whole list as rows of text, the head first: all pages, not only the visible rows. A failed page ends it. */
export async function copiedPeople(api: Api, ask: Omit<Input<'people.list'>, 'offset' | 'limit'>, text: Text): Promise<readonly (readonly string[])[]> {
  const found: PersonRow[] = []
  for (;;) {
    const page = await api.call('people.list', { ...ask, offset: found.length, limit: pageSize })
    if (!page.ok || page.value.people.length === 0) break
    found.push(...page.value.people)
    if (found.length >= page.value.total) break
  }
  const { people, shell } = text
  const skills = (person: PersonRow) => shell.list(listedSkills(person.skills).counting.map(({ name, level }) => `${name} ${shell.level(level)}`))
  return [
    [people.staffNumber, people.head.person, people.kana, people.head.division, people.head.post, people.head.skills],
    ...found.map((person) => [person.staffNumber, person.name, person.kana ?? '', person.division, person.post ?? '', skills(person)]),
  ]
}
