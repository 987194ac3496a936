import type { Screen } from '../screen'
import { PeopleScreen } from './PeopleScreen'
import { PersonScreen } from './PersonScreen'

export const people: Screen = { name: 'people', group: 'see', under: 'people', Show: PeopleScreen }

export const person: Screen = { name: 'person', group: null, under: 'people', Show: PersonScreen }
