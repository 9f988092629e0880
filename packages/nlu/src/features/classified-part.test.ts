import { expect, test } from 'vitest'
import { CLASSIFIED_LENGTH, classifiedPart } from './classified-part'
import { fitNgrams, ngramVector } from './ngram-features'

test('places in what is read are places in the message, whatever stands before', () => {
  for (const message of ['  请预订会议室', '```\nrm -rf x\n```\nplease book a room', '\n\n why does `x` fail?']) {
    const part = classifiedPart(message)
    const word = /预订|book|fail/.exec(message)
    expect(word).not.toBeNull()
    expect(part.indexOf(word?.[0] as string)).toBe(word?.index)
  }
})

test.each(['> '.concat('what was said before '.repeat(80)), '```\n'.concat('x = 1\n'.repeat(300), '```')])(
  'an answer below a long quotation is read',
  (quoted) => {
    const part = classifiedPart(`${quoted}\n\nplease book a room`)
    expect(part.trim()).toBe('please book a room')
    expect([...ngramVector(part, fitNgrams([part]))].some((value) => value !== 0)).toBe(true)
  },
)

test('what is very long is read as far as its beginning goes, and no character is cut in two', () => {
  expect(classifiedPart(`  ${'a'.repeat(CLASSIFIED_LENGTH + 5)}`).trim()).toHaveLength(CLASSIFIED_LENGTH)
  expect(classifiedPart(`${'a'.repeat(CLASSIFIED_LENGTH - 1)}😀`)).toHaveLength(CLASSIFIED_LENGTH - 1)
})
