import { describe, expect, it } from 'vitest'
import type { SourceDocument } from './answer-types'
import { decodeDocument } from './decode-document'
import { parseDocument } from './parse-document'
import type { ParsedDocument } from './parsed-document'
import { UnreadableDocumentError } from './unreadable-document-error'

const MARKDOWN = `---
owner: hr
---
# Leave

You get **25 days** a year, see [the rules](https://example.org).

## Asking

To ask:

1. Open the form
2. Pick dates
   - half days too
3. Send

| Office | Days |
|---|---|
| Berlin | 30 |
| 上海 | 15 |

\`\`\`sh
leave  --days 3
\`\`\`
`

const HTML = `<!doctype html><html><head><title>Old</title><style>p{}</style></head><body><nav><a>Home</a></nav>
<h1>Leave</h1><p>You get <b>25&nbsp;days</b> a&#32;year.<script>alert("<p>no</p>")</script></p>
<h2>Asking</h2><ul><li>Open<ul><li>Deep</li></ul></li><li>Send</ul>
<table><tr><th>Office<th>Days<tr><td>Berlin<td>30</table><pre>a
  b</pre></body></html>`

function texts(parsed: ParsedDocument): string[] {
  return parsed.blocks.map((block) => `${block.kind}|${parsed.plainText.slice(block.start, block.end)}`)
}

function reasonOf(act: () => unknown): string {
  try {
    act()
  } catch (error) {
    if (error instanceof UnreadableDocumentError) return error.reason
    throw error
  }
  return 'readable'
}

function markdown(text: string): Pick<SourceDocument, 'mimeType' | 'text'> {
  return { mimeType: 'text/markdown', text }
}

describe('Markdown', () => {
  it('becomes plain text with blocks whose offsets cut exactly the text shown', () => {
    expect(texts(parseDocument(markdown(MARKDOWN)))).toEqual([
      'heading|Leave',
      'paragraph|You get 25 days a year, see the rules.',
      'heading|Asking',
      'paragraph|To ask:',
      'list-item|Open the form',
      'list-item|Pick dates',
      'list-item|half days too',
      'list-item|Send',
      'table-row|Office: Berlin; Days: 30',
      'table-row|Office: 上海; Days: 15',
      'code|leave  --days 3',
    ])
  })

  it('carries the path of headings and keeps the items of one list together', () => {
    const { blocks, plainText } = parseDocument(markdown(MARKDOWN))
    const items = blocks.filter((block) => block.kind === 'list-item')
    expect(items.map((block) => block.headingPath)).toEqual(Array(4).fill(['Leave', 'Asking']))
    expect(new Set(items.map((block) => block.group)).size).toBe(1)
    expect(plainText).toContain('1. Open the form\n2. Pick dates\n  - half days too\n3. Send')
  })

  it('names the columns of a Chinese table in Chinese punctuation', () => {
    const { plainText } = parseDocument(markdown('| 部门 | 年假 |\n|---|---|\n| 研发 | 12 天 |'))
    expect(plainText).toBe('部门：研发；年假：12 天')
  })

  it.each([
    ['quotation marks', `${'>'.repeat(100_000)} deep`],
    ['nested lists', Array.from({ length: 2_000 }, (_, at) => `${'  '.repeat(at)}- item`).join('\n')],
    ['brackets', '['.repeat(200_000)],
    ['emphasis', '*a **a '.repeat(60_000)],
    ['links', '[a](<b'.repeat(60_000)],
    ['back-ticks', Array.from({ length: 2_000 }, (_, at) => `${'`'.repeat(at % 300)} x`).join(' ')],
    [
      'ordinary text of 5 MB',
      '## Part\n\nA line with *some* [links](x) and `code`.\n\n- item\n- item\n\n'.repeat(78_000),
    ],
  ])(
    'reads pathological %s in bounded time',
    (_name, text) => {
      const start = process.cpuUsage()
      parseDocument(markdown(text))
      // Microseconds of processor time; quadratic would be minutes.
      expect(process.cpuUsage(start).user).toBeLessThan(30_000_000)
    },
    180_000,
  )
})

describe('HTML', () => {
  it('keeps headings, lists, tables and code, and leaves out scripts, styles and navigation', () => {
    expect(texts(parseDocument({ mimeType: 'text/html', text: HTML }))).toEqual([
      'heading|Leave',
      'paragraph|You get 25 days a year.',
      'heading|Asking',
      'list-item|Open',
      'list-item|Deep',
      'list-item|Send',
      'table-row|Office: Berlin; Days: 30',
      'code|a\n  b',
    ])
  })

  it.each([
    ['elements', `${'<div>'.repeat(200_000)}deep`],
    ['tables', `${'<table><tr><td>'.repeat(50_000)}deep`],
    ['lists', `${'<ul><li>'.repeat(100_000)}deep`],
  ])(
    'reads very deep %s in bounded time',
    (_name, text) => {
      const start = process.cpuUsage()
      expect(parseDocument({ mimeType: 'text/html', text }).plainText).toContain('deep')
      expect(process.cpuUsage(start).user).toBeLessThan(5_000_000)
    },
    180_000,
  )
})

describe('plain text', () => {
  it('stands unchanged, parted at blank lines and list marks', () => {
    const text = 'First line\nstill first.\n\n  - one\n  - two\n    more\n\n2024 was good.\n'
    const parsed = parseDocument({ mimeType: 'text/plain', text })
    expect(parsed.plainText).toBe(text)
    expect(texts(parsed)).toEqual([
      'paragraph|First line\nstill first.',
      'list-item|one',
      'list-item|two\n    more',
      'paragraph|2024 was good.',
    ])
  })
})

describe('an unreadable document', () => {
  it.each([
    ['', 'empty'],
    [' \n\u00a0 ', 'empty'],
    ['<script>1</script>', 'empty', 'text/html'],
    ['<!-- nothing -->', 'empty', 'text/html'],
    ['a\0b', 'binary'],
    ['%PDF-1.7 …', 'binary'],
    ['\u0001\u0002\u0003abc', 'binary'],
    ['caf\ufffd \ufffd\ufffd', 'broken-encoding'],
    ['\ud800 lone', 'broken-encoding'],
    ['readable', 'readable'],
  ])('%j is refused as %s', (text, reason, mimeType = 'text/plain') => {
    expect(reasonOf(() => parseDocument({ mimeType: mimeType as SourceDocument['mimeType'], text }))).toBe(reason)
  })

  it('is recognised in its bytes', () => {
    const bytes = (...values: number[]) => Uint8Array.from(values)
    expect(reasonOf(() => decodeDocument(bytes(0xc3, 0x28)))).toBe('broken-encoding')
    expect(reasonOf(() => decodeDocument(bytes(0x50, 0x4b, 3, 4, 9)))).toBe('binary')
    expect(reasonOf(() => decodeDocument(bytes(65, 0, 66)))).toBe('binary')
    expect(decodeDocument(bytes(0xff, 0xfe, 0x4b, 0x6d))).toBe('测')
    expect(decodeDocument(bytes(0xef, 0xbb, 0xbf, 65))).toBe('A')
  })
})
