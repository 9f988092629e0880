import { describe, expect, it } from 'vitest'
import { type Format, formatText, linkTo, type TextEdit } from './format-text'

/** `‹` and `›` stand around what is selected, `|` where a caret stands. */
function read(marked: string) {
  const text = marked.replaceAll(/[‹›|]/g, '')
  const start = marked.search(/[‹|]/)
  const end = marked.includes('|') ? start : marked.indexOf('›') - 1
  return { text, start, end }
}

function show(text: string, { from, to, inserted, start, end }: TextEdit): string {
  const after = text.slice(0, from) + inserted + text.slice(to)
  if (start === end) return `${after.slice(0, start)}|${after.slice(start)}`
  return `${after.slice(0, start)}‹${after.slice(start, end)}›${after.slice(end)}`
}

const after = (marked: string, format: Format) => show(read(marked).text, formatText(read(marked), format))

describe('formatting a text', () => {
  it.each<[Format, string, string]>([
    ['bold', 'a ‹word› b', 'a **‹word›** b'],
    ['italic', '‹单词›。', '*‹单词›*。'],
    ['strike', '‹a›', '~~‹a›~~'],
    ['code', '‹a()›', '`‹a()›`'],
    ['bold', '|', '**|**'],
    ['italic', '**‹both›**', '***‹both›***'],
    ['bold', '*‹both›*', '***‹both›***'],
  ])('%s marks what is selected and keeps it selected, and takes the mark off again', (format, before, marked) => {
    expect(after(before, format)).toBe(marked)
    expect(after(marked, format)).toBe(before)
  })

  it('takes a mark off that was selected along', () => {
    expect(after('‹**word**› b', 'bold')).toBe('‹word› b')
    expect(after('***‹both›***', 'bold')).toBe('*‹both›*')
  })

  it('leaves spaces at the edges outside the mark, where it would mark nothing', () => {
    expect(after('a‹ word ›b', 'bold')).toBe('a **‹word›** b')
  })

  it('begins every line that is selected, and takes it away when all begin so', () => {
    expect(after('x\n‹one\n\ntwo›', 'numbers')).toBe('x\n‹1. one\n\n2. two›')
    expect(after('‹1. one\n\n2. two›', 'numbers')).toBe('‹one\n\ntwo›')
    expect(after('‹- one\n- two›', 'numbers')).toBe('‹1. one\n2. two›')
    expect(after('‹- one\ntwo›', 'quote')).toBe('‹> - one\n> two›')
    expect(after('|', 'bullets')).toBe('- |')
    expect(after('one\n|\nthree', 'bullets')).toBe('one\n- |\nthree')
  })

  it('puts a block of code on lines of its own, in a fence longer than those within', () => {
    expect(after('see ‹a = 1› here', 'codeBlock')).toBe('see \n```\n‹a = 1›\n```\n here')
    expect(after('‹```\na\n```›', 'codeBlock')).toBe('‹a›')
    expect(after('‹a\n````\nb›', 'code')).toBe('`````\n‹a\n````\nb›\n`````')
  })

  it('makes a link whose missing part is ready to be written', () => {
    expect(after('the ‹handbook›', 'link')).toBe('the [handbook](‹https://›)')
    expect(after('|', 'link')).toBe('[|](https://)')
    const selected = read('the ‹handbook› says')
    expect(show(selected.text, linkTo(selected, 'https://a.test'))).toBe('the [handbook](https://a.test)| says')
  })
})
