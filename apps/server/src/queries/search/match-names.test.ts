import { expect, test } from 'vitest'
import { matchNames } from './match-names'

const people = [
  { id: 'ada', names: ['Ada Lovelace', '艾达'] },
  { id: 'adam', names: ['Adam'] },
  { id: 'wei', names: ['王伟', 'Wang Wei'] },
  { id: 'min', names: ['王敏'] },
]

test.each([
  ['@Ada Lovelace', ['ada']],
  ['ada.lovelace', ['ada']],
  ['adam', ['adam']],
  ['ada', ['ada', 'adam']],
  ['lovelace', ['ada']],
  ['艾达', ['ada']],
  ['王', ['wei', 'min']],
  ['伟', ['wei']],
  ['wei', ['wei']],
  ['nobody', []],
  ['@', []],
])('%s means %j', (name, expected) => {
  expect(matchNames(people, name)).toEqual(expected)
})
