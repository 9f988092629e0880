import { expect, it } from 'vitest'
import { talkUnits } from './talk-units'
import { unitVectors } from './unit-vectors'

it('lets others have their turn while it looks at a long conversation', async () => {
  const said = Array.from({ length: 96 }, (_, index) => ({
    id: `m${index}`,
    speakerId: 's',
    text: `sentence number ${index} about the harbour`,
    isRepliedTo: false,
  }))
  let turns = 0
  let next = setImmediate(function count() {
    turns += 1
    next = setImmediate(count)
  })
  const { words } = await unitVectors(talkUnits(said), null)
  clearImmediate(next)
  expect(words).toHaveLength(96)
  expect(turns).toBeGreaterThanOrEqual(4)
})
