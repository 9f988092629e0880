import { describe, expect, it } from 'vitest'
import { emojiList } from './emoji-list'
import { searchEmoji } from './search-emoji'

const found = (query: string) => searchEmoji(emojiList, query).map(({ emoji }) => emoji)

describe('searching emoji', () => {
  it('puts what is called exactly so first', () => {
    expect(found('tada')[0]).toBe('🎉')
    expect(found('+1')[0]).toBe('👍')
    expect(found('red heart')[0]).toBe('❤️')
    expect(found('红心')[0]).toBe('❤️')
  })

  it('finds by the beginning of a name and by other words, in both languages', () => {
    expect(found('thum').slice(0, 2)).toEqual(['👍', '👎'])
    expect(found('赞')).toContain('👍')
    expect(found('birthday')).toContain('🎂')
    expect(found('生日')).toContain('🎂')
  })

  it('reads an underscore as a space and takes no notice of capitals', () => {
    expect(found('Red_Heart')[0]).toBe('❤️')
  })

  it('finds a part of a name only where the part is long enough to mean something', () => {
    expect(found('izza')).toContain('🍕')
    expect(found('zz')).not.toContain('🍕')
  })

  it('finds nothing for nothing', () => {
    expect(found('  ')).toEqual([])
    expect(found('qqqqq')).toEqual([])
  })
})
