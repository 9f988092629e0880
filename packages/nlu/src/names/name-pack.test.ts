import { expect, it } from 'vitest'
import { readMarked } from './name-pack'

it('takes the brackets out of a sentence and says where the names stand', () => {
  const { text, spans } = readMarked('[王伟|person]在[杭州|place]等你')
  expect(text).toBe('王伟在杭州等你')
  expect(spans.map(({ start, end, type }) => [text.slice(start, end), type])).toEqual([
    ['王伟', 'person'],
    ['杭州', 'place'],
  ])
})

it('leaves a sentence without names as it is', () => {
  expect(readMarked('will you sign here')).toEqual({ text: 'will you sign here', spans: [] })
})
