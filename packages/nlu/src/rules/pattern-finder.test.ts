import { describe, expect, test } from 'vitest'
import { foldText } from './fold-text'
import { PatternFinder } from './pattern-finder'
import { findRegexFault } from './regex-set'
import type { TextPattern } from './rule'
import { TermFinder } from './term-finder'

/** What of the message each pattern was found as; null: it was not. */
function find(message: string, how: TextPattern['how'], ...texts: string[]): (string | null)[] {
  const patterns = texts.map((text) => ({ how, text }))
  const { patterns: found } = new PatternFinder(patterns, []).find(foldText(message))
  return patterns.map((pattern) => {
    const span = found.get(pattern)
    return span ? message.slice(span.start, span.end) : null
  })
}

describe('words', () => {
  test('are found whatever their width, case and script form, where they stand in the message', () => {
    expect(find('  我的　報銷單號 是ＢＸ-1，ok', 'words', '报销单号', 'bx-1')).toEqual(['報銷單號', 'ＢＸ-1'])
  })

  test('of Latin letters are found whole only, and Chinese ones anywhere', () => {
    expect(find('reordering 重新下单吧 order', 'words', 'order', '下单', 'ordering')).toEqual(['order', '下单', null])
  })

  test('that begin, end or lie in one another are all found', () => {
    const terms = ['he', 'she', 'hers', 'his', '销', '报销', '报销单']
    const hits = new TermFinder(terms).find('报销单, she, hers')
    expect(hits.map(({ term }) => terms[term])).toEqual(['报销', '销', '报销单', 'she', 'hers'])
  })

  test('are found as a plain search finds them, in texts made at random', () => {
    const letters = ['甲', '乙', '丙']
    let seed = 7
    const next = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    const word = (length: number) => Array.from({ length }, () => letters[next(3)]).join('')
    const terms = [...new Set(Array.from({ length: 60 }, () => word(1 + next(5))))]
    const finder = new TermFinder(terms)
    for (let round = 0; round < 20; round++) {
      const text = word(40)
      const plain = terms.flatMap((term, index) =>
        Array.from(text.matchAll(new RegExp(`(?=${term})`, 'g')), ({ index: at }) => `${index}@${at}`),
      )
      expect(
        finder
          .find(text)
          .map(({ term, start }) => `${term}@${start}`)
          .toSorted(),
      ).toEqual(plain.toSorted())
    }
  })
})

describe('wildcards', () => {
  test.each([
    ['报销*单', '请报销这张单子', '报销这张单'],
    ['报销*单', '报销了。单独说', null],
    ['book * room', 'Please book the small room now', 'book the small room'],
    ['book * room', 'booking a room', null],
    ['order*', 'reorder; orders please', 'order'],
    ['bx-????', 'see BX-2026 there', 'BX-2026'],
    ['*延期', '发布要延期', '延期'],
  ])('%s in %s', (pattern, message, found) => {
    expect(find(message, 'wildcard', pattern)).toEqual([found])
  })

  test('take time in proportion to the text, also where they almost fit everywhere', () => {
    const texts = Array.from({ length: 20 }, (_, more) => `${'啊*'.repeat(more + 1)}了`)
    const started = performance.now()
    expect(find('啊'.repeat(4_000), 'wildcard', ...texts)).toEqual(texts.map(() => null))
    expect(performance.now() - started).toBeLessThan(1_000)
  })
})

describe('regular expressions', () => {
  test('are asked together, whatever the case', () => {
    expect(find('Ticket ABC-1234, 5300元', 'regex', '[A-Z]{3}-\\d{4}', '\\d+元', 'x{9}')).toEqual([
      'ABC-1234',
      '5300元',
      null,
    ])
  })

  test('find what they say whatever its width and script form, in themselves and in the message', () => {
    const message = '請看報銷單號ＢＸ－１２'
    expect(find(message, 'regex', '報銷[單据]號', 'ｂｘ－［０-９］＋', '报销.号')).toEqual([
      '報銷單號',
      'ＢＸ－１２',
      '報銷單號',
    ])
    expect(find('报销单号 bx-12', 'regex', '報銷單號', 'ＢＸ')).toEqual(['报销单号', 'bx'])
  })

  test('that make others go back and forth for ever take time in proportion to the text', () => {
    const started = performance.now()
    expect(find('a'.repeat(4_000), 'regex', '(a+)+$b', '(a|aa)+c')).toEqual([null, null])
    expect(performance.now() - started).toBeLessThan(1_000)
  })

  test.each([
    ['ab(c', 'missing closing )', 0],
    ['a(?=b)', 'invalid or unsupported Perl syntax', 1],
    ['(a)\\1', 'invalid escape sequence', 3],
    ['a*', 'fits an empty text', 0],
    ['報銷ａ（ｃ', 'missing closing )', 0],
    ['報銷（ａ）\\1', 'invalid escape sequence', 5],
    ['ａ＊', 'fits an empty text', 0],
  ])('%s is refused: %s, at %i', (source, reason, at) => {
    expect(findRegexFault(source)).toEqual({ reason, at })
  })
})
