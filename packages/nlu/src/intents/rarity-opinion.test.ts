import { createMatrixProduct } from '@parley/inference'
import { afterAll, expect, test } from 'vitest'
import { IntentClassifier } from './intent-classifier'
import type { IntentExample } from './intent-model'
import { rarityOpinion } from './rarity-opinion'

const product = createMatrixProduct()
afterAll(() => product.close())

test('the fewer examples an intent has, the likelier; all alike where all have as many', () => {
  const [often, seldom, never] = rarityOpinion([0, 0, 0, 0, 1], 3) as unknown as [number, number, number]
  expect(Math.exp(seldom - often)).toBeCloseTo(4)
  expect(never).toBeCloseTo(seldom)
  expect([...rarityOpinion([0, 1, 1, 0], 2)]).toEqual([Math.log(0.5), Math.log(0.5)].map(Math.fround))
})

const cities = [
  'Boston',
  'Denver',
  'Oslo',
  'Lima',
  'Cairo',
  'Rome',
  'Tokyo',
  'Seoul',
  'Paris',
  'Berlin',
  'Dallas',
  'Quito',
]
const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'today', 'tomorrow', 'next week']
const flights = cities.flatMap((city) => days.map((day) => `show me the flights to ${city} on ${day}`))
const numbers = cities.slice(0, 6).map((city) => `show me the flight numbers to ${city}`)
const examples: IntentExample[] = [
  ...flights.map((text) => ({ text, intent: 'flight' })),
  ...numbers.map((text) => ({ text, intent: 'flight_number' })),
  ...cities.map((city) => ({ text: `how is the weather in ${city}`, intent: 'weather' })),
]

test('an intent of few examples is heard beside one of many that it sounds like', async () => {
  const classifier = await IntentClassifier.train(examples, { encoder: null, product })
  const { model } = classifier
  const deaf = new IntentClassifier({ ...model, lexicalPool: { ...model.lexicalPool, rarity: 0 } })
  const text = 'show me the numbers of the flights to Madrid on Sunday'
  expect(model.lexicalPool.rarity).toBeGreaterThan(0.5)
  const sure = { name: 'flight_number', probability: expect.closeTo(0.97, 1) }
  expect(classifier.predict(null, text).ranking[0]).toEqual(sure)
  expect(deaf.predict(null, text).ranking[0]?.probability).toBeLessThan(0.8)
})
