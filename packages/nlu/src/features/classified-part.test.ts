import { expect, test } from 'vitest'
import { classifiedPart } from './classified-part'

test('places in what is read are places in the message, whatever stands before', () => {
  for (const message of ['  请预订会议室', '```\nrm -rf x\n```\nplease book a room', '\n\n why does `x` fail?']) {
    const part = classifiedPart(message)
    const word = /预订|book|fail/.exec(message)
    expect(word).not.toBeNull()
    expect(part.indexOf(word?.[0] as string)).toBe(word?.index)
  }
})
