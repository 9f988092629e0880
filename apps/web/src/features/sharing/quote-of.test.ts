import { describe, expect, it } from 'vitest'
import { quoteOf } from './quote-of'

const said = { author: '王伟', place: '产品', address: 'https://parley.example.org/c/1/m/2' }

describe('a quotation', () => {
  it('names who said it and where, with every line quoted', () => {
    expect(quoteOf({ text: '周五发布\n\n请准备' }, said)).toBe(
      '> **王伟** · [产品](https://parley.example.org/c/1/m/2)\n>\n> 周五发布\n>\n> 请准备',
    )
  })

  it('leaves out what the message quoted itself, unless all of it is handed on', () => {
    const text = '> **Ann** · [x](https://example.org)\n>\n> question\n\nanswer'
    expect(quoteOf({ text }, said)).toMatch(/>\n> answer$/)
    expect(quoteOf({ text }, said, true)).toContain('> > question')
    expect(quoteOf({ text: '> only a quotation' }, said)).toContain('> > only a quotation')
  })

  it('is cut where it is long, and its names cannot break out of it', () => {
    expect([...quoteOf({ text: '长'.repeat(50_000) }, said)].length).toBeLessThan(3_100)
    expect(quoteOf({ text: 'x' }, { ...said, author: '**[Eve](http://evil)**' })).toContain(
      '\\*\\*\\[Eve\\](http://evil)\\*\\*',
    )
  })
})
