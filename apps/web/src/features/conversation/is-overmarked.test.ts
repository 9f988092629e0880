import { expect, test } from 'vitest'
import { isOvermarked } from './is-overmarked'
import { markdownRenderer } from './markdown-renderer'
import { plainOfMarkdown } from './plain-of-markdown'

const code = `\`\`\`c\n${'int *a_b = c_d[e_f] | *g;\n'.repeat(1_400)}\`\`\``

test.each([
  ['a day of notes', '- **Tide** rises at [nine](https://example.org)\n'.repeat(150)],
  ['a large table', `| Book | Copies |\n|-|-|\n${'| Sea | twelve |\n'.repeat(400)}`],
  ['code', `${code}\n\n**done**\n\n${code.slice(0, 2_000)}\n\`\`\``],
  ['a rule of dashes', `${'-'.repeat(200)}\n${'*'.repeat(80)}`],
  ['a log', '12:00:01 [info] all is well\n'.repeat(900)],
])('%s is read as Markdown', (_what, text) => {
  expect(isOvermarked(text)).toBe(false)
})

const overmarked = [
  ['quotes in quotes', `${'> '.repeat(19_000)}x`],
  ['few, but deep', `${'> '.repeat(60)}x`],
  ['lists in lists', `${'- '.repeat(19_000)}x`],
  ['bold in bold', `${'**a'.repeat(6_000)}${'b**'.repeat(6_000)}`],
  ['cells', `${'|a'.repeat(6_000)}|\n${'|-'.repeat(6_000)}|`],
  ['rows', `|a|b|\n|-|-|\n${'|x|y|\n'.repeat(6_000)}`],
  ['links in links', `${'['.repeat(5_000)}a${'](x)'.repeat(5_000)}`],
  ['lines', 'a  \n'.repeat(10_000)],
  ['behind what only looks like a fence', `<!--\n\n\`\`\`\n-->\n\n${'**a'.repeat(6_000)}`],
  ['in a list that ends a fence', `- a\n\n  \`\`\`\n${'**a'.repeat(6_000)}`],
] as const

test.each(overmarked)('%s: as written, at once', (_what, text) => {
  const render = markdownRenderer(
    { pattern: /(?!)/g, idsByName: new Map(), groupsByHandle: new Map() },
    new Map(),
    '' as never,
    {},
  )
  const begun = performance.now()
  expect(render(text)).toMatchObject({ type: 'p', props: { children: text } })
  expect(plainOfMarkdown(text, [{ start: 1, end: 3 }])).toEqual({ text, ranges: [{ start: 1, end: 3 }] })
  // A hundredth of what reading them took; a busy machine is no reason to fail.
  expect(performance.now() - begun).toBeLessThan(1_000)
})
