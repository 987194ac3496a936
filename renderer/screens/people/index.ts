import type { Screen } from '../screen'
import { PeopleScreen } from './PeopleScreen'
import { PersonScreen } from './PersonScreen'

const peopleParameters = ['division', 'skill', 'which', 'text'] as const
const personParameters = ['person'] as const

declare module '../../view/view' {
  interface ScreenParameters {
    people: (typeof peopleParameters)[number]
    person: (typeof personParameters)[number]
  }
}

export const people: Screen<'people'> = { name: 'people', parameters: peopleParameters, group: 'see', under: 'people', Show: PeopleScreen }

export const person: Screen<'person'> = { name: 'person', parameters: personParameters, group: null, under: 'people', Show: PersonScreen }
