import { describe, expect, it } from 'vitest'
import { createCopy } from './create-copy'

/** A clipboard that keeps what is written, or refuses it as a browser does without permission. */
function copying(isAllowed: boolean) {
  const written: string[] = []
  let refusals = 0
  const writeText = async (content: string) => {
    if (!isAllowed) throw new DOMException('Write permission denied.', 'NotAllowedError')
    written.push(content)
  }
  const copy = createCopy({ clipboard: { writeText } }, () => {
    refusals += 1
  })
  return { copy, written, refusals: () => refusals }
}

describe('createCopy', () => {
  it('copies where the browser lets it', async () => {
    const { copy, written, refusals } = copying(true)
    expect(await copy?.('text')).toBe(true)
    expect([written, refusals()]).toEqual([['text'], 0])
  })

  it('tells a refusal and does not claim to have copied', async () => {
    const { copy, written, refusals } = copying(false)
    expect(await copy?.('text')).toBe(false)
    expect([written, refusals()]).toEqual([[], 1])
  })

  it('is nothing where a page on plain HTTP has no clipboard', () => {
    expect(createCopy({}, () => undefined)).toBeNull()
  })
})
