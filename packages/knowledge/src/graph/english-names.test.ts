import { expect, test } from 'vitest'
import { englishNames } from './english-names'

const namesBefore = (stretch: string) => englishNames.before(stretch, 0).map(({ name }) => name)

test('a name ends with no word that points at what follows: "inside your own country" says of nobody what they own', () => {
  expect(namesBefore('Trips inside your')).toEqual([])
  expect(namesBefore('The billing team and our')).toEqual([])
  expect(namesBefore('The billing team')).toEqual(['billing team'])
})

test('a name goes over no word of place', () => {
  expect(namesBefore('Everything inside the payment gateway')).toEqual(['payment gateway'])
})

test.each([' both.', ' both of them.', ' it.', ' everything.'])(
  'words that only point name nothing, at the end of a sentence either:%s',
  (stretch) => expect(englishNames.after(stretch, 0)).toEqual([]),
)

test('a point that belongs to a name is no end of it', () => {
  expect(namesBefore('the castings of Acme Inc.')).toEqual(['castings of Acme Inc'])
})
