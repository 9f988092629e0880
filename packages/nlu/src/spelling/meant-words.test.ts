import { describe, expect, it } from 'vitest'
import { commonWords } from './common-words'
import { createMeantWords } from './meant-words'

const examples = [
  'set an alarm for tomorrow morning',
  'wake me with an alarm every morning',
  'what is the weather in town tomorrow',
  'will the weather be better than today',
  'play some music',
  'turn the music down',
  'whether or not, tell me',
]
const meant = createMeantWords(examples, commonWords())

describe('what was meant', () => {
  it.each([
    ['set an alram for tomorow mornign', 'set an alarm for tomorrow morning'],
    ['what is the waether', 'what is the weather'],
    ['plaay some musicc', 'plaay some music'],
    ['Wheather in town', 'weather in town'],
    ['播放 musix 吧', '播放 music 吧'],
  ])('is read of a slip: %s', (written, expected) => {
    expect(meant(written)).toBe(expected)
  })

  it.each([
    ['whether or not', 'examples have it, once or often'],
    ['request a mouse', 'it is a common word'],
    ['ask Alarn about it', 'a capital says that it is a name'],
    ['call ALARN', 'capitals are an abbreviation'],
    ['two mothers', 'nothing like it is known'],
    ['mail it to the warm', 'of four letters one of them tells too little'],
    ['请设置闹钟', 'it is no Latin word'],
    ['pl4y mus1c', 'figures are none of its letters'],
  ])('is what is written in “%s”: %s', (text) => {
    expect(meant(text)).toBe(text)
  })
})
