import { describe, expect, it } from 'vitest'
import { parseDocument } from './parse-document'
import { splitPassages } from './split-passages'
import { textWidth } from './text-width'

function passagesOf(text: string, mimeType: 'text/markdown' | 'text/plain' = 'text/markdown') {
  const parsed = parseDocument({ mimeType, text })
  return { parsed, passages: splitPassages('d', parsed) }
}

const SENTENCE = 'Every request is answered within two working days by the people team. '
const CHINESE = '每一份申请都会在两个工作日之内由人事部门答复，并且抄送给直属上级。'

describe('passages', () => {
  it('are exact substrings of the plain text, in order, without overlap', () => {
    const { parsed, passages } = passagesOf(
      `# A\n\n${SENTENCE.repeat(40)}\n\n## B\n\n${CHINESE.repeat(30)}\n\n- x\n- y`,
    )
    expect(passages.length).toBeGreaterThan(5)
    let last = 0
    for (const passage of passages) {
      expect(parsed.plainText.slice(passage.start, passage.end)).toBe(passage.text)
      expect(passage.start).toBeGreaterThanOrEqual(last)
      last = passage.end
    }
  })

  it('stay within their width and end where sentences end', () => {
    const { passages } = passagesOf(`${SENTENCE.repeat(40)}\n\n${CHINESE.repeat(30)}`)
    for (const passage of passages) {
      expect(textWidth(passage.text, 0, passage.text.length)).toBeLessThanOrEqual(800)
      expect(passage.text).toMatch(/[.。]$/)
    }
  })

  it('never cross a heading and carry the path of headings', () => {
    const { passages } = passagesOf('# Leave\n\nShort.\n\n## Sick leave\n\nAlso short.\n\n# Pay\n\nMonthly.')
    expect(passages.map((passage) => [passage.headingPath.join(' > '), passage.text])).toEqual([
      ['Leave', 'Short.'],
      ['Leave > Sick leave', 'Also short.'],
      ['Pay', 'Monthly.'],
    ])
  })

  it('keep a list with the sentence that introduces it', () => {
    const items = Array.from({ length: 5 }, (_, at) => `- Bring document number ${at}`).join('\n')
    const { passages } = passagesOf(`${SENTENCE.repeat(6)}\n\nOn your first day:\n\n${items}`)
    expect(passages.at(-1)?.text).toMatch(/On your first day:\n\n- Bring document number 0[\s\S]*number 4$/)
  })

  it('cut a table between rows', () => {
    const rows = Array.from({ length: 60 }, (_, at) => `| City ${at} | ${at} days of leave |`).join('\n')
    const { passages } = passagesOf(`| City | Leave |\n|---|---|\n${rows}`)
    expect(passages.length).toBeGreaterThan(2)
    for (const passage of passages) expect(passage.text).toMatch(/^City: City \d+; Leave: [\s\S]* days of leave$/)
  })

  it('cut text without any sentence end, and no surrogate pair', () => {
    const { parsed, passages } = passagesOf('😀'.repeat(3_000), 'text/plain')
    expect(passages.map((passage) => passage.text).join('')).toBe(parsed.plainText)
    for (const passage of passages) expect(passage.text.isWellFormed()).toBe(true)
  })

  it('know their language', () => {
    const { passages } = passagesOf(`# 假期\n\n${CHINESE}\n\n# Leave\n\n${SENTENCE}`)
    expect(passages.map((passage) => passage.language)).toEqual(['zh', 'en'])
  })

  it('of a document of headings alone are its headings', () => {
    expect(passagesOf('# One\n\n# Two').passages.map((passage) => passage.text)).toEqual(['One', 'Two'])
  })

  it('are cut from 5 MB in linear time', () => {
    const start = process.cpuUsage()
    const { passages } = passagesOf(SENTENCE.repeat(70_000), 'text/plain')
    expect(passages.length).toBeGreaterThan(5_000)
    expect(process.cpuUsage(start).user).toBeLessThan(10_000_000)
  }, 120_000)
})
