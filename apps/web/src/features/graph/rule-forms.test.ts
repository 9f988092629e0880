import { expect, it } from 'vitest'
import { ruleOf } from './rule-forms'

const types = { first: 'depends_on', second: 'supplier_of', follows: 'uses' } as const
const said = (form: Parameters<typeof ruleOf>[0]) => {
  const { when, follows } = ruleOf(form, types)
  return [...when, follows].map(({ type, from, to }) => `${from} ${type} ${to}`).join(', ')
}

it('says by each form what follows from what', () => {
  expect(said('if-then')).toBe('a depends_on b, a uses b')
  expect(said('inverse')).toBe('a depends_on b, b uses a')
  expect(said('transitive')).toBe('a depends_on b, b depends_on c, a depends_on c')
  expect(said('chain')).toBe('a depends_on b, b supplier_of c, a uses c')
})
