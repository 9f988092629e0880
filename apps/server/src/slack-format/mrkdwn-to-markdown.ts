import { emojiText, type SlackNames } from './slack-names'

/** Code is copied as it is; everything else is read. Longest first. */
const CODE = /```[\s\S]*?```|`[^`\n]+`/g

/** Slack's own markup (`*bold*`, `<@U1>`, `<url|text>`, `&amp;`) as CommonMark. */
export function mrkdwnToMarkdown(text: string, names: SlackNames): string {
  let markdown = ''
  let end = 0
  for (const code of text.matchAll(CODE)) {
    markdown += proseToMarkdown(text.slice(end, code.index), names) + codeToMarkdown(code[0], names)
    end = code.index + code[0].length
  }
  return markdown + proseToMarkdown(text.slice(end), names)
}

/** Slack opens a block in the middle of a line; CommonMark wants its fences on lines of their own. */
function codeToMarkdown(code: string, names: SlackNames): string {
  const plain = unescapeSigns(code.replaceAll(ANGLED, (_, inner: string) => nameIn(inner, names) ?? linkTarget(inner)))
  if (!plain.startsWith('```')) return plain
  const inner = plain.slice(3, -3).replace(/^\n/, '').replace(/\n$/, '')
  return `\n\`\`\`\n${inner}\n\`\`\`\n`
}

const ANGLED = /<([^<>\n]+)>/g
const URL_IN_TEXT = /(?:https?|mailto|ftp):[^\s<>]+/
/** Left of a mark there is no word, inside of it no space at the edges: Slack's rule for what is a mark and what a sign. */
const MARKS = [
  { pattern: /(?<![\w*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\w*])/g, markdown: '**$1**' },
  { pattern: /(?<![\w_])_(?!\s)([^_\n]+?)(?<!\s)_(?![\w_])/g, markdown: '*$1*' },
  { pattern: /(?<![\w~])~(?!\s)([^~\n]+?)(?<!\s)~(?![\w~])/g, markdown: '~~$1~~' },
]

function proseToMarkdown(prose: string, names: SlackNames): string {
  const kept: string[] = []
  // Links and names step aside, behind a private-use character, while marks are read: an address may well contain an underscore.
  const bare = prose.replaceAll(ANGLED, (_, inner: string) => {
    kept.push(angledToMarkdown(inner, names))
    return `\uE000${kept.length - 1}\uE000`
  })
  const marked = MARKS.reduce((text, { pattern, markdown }) => text.replaceAll(pattern, markdown), escapeMarks(bare))
  const named = marked.replaceAll(/:([a-z0-9_+'-]+(?:::skin-tone-[1-6])?):/g, (_, name: string) =>
    emojiText(names, name),
  )
  return unescapeSigns(named).replaceAll(/\uE000(\d+)\uE000/g, (_, index: string) => kept[Number(index)] ?? '')
}

/** What would be a heading or emphasis in Markdown and is none in Slack. */
const escapeMarks = (text: string): string => text.replaceAll(/^(#{1,6} )/gm, '\\$1').replaceAll('__', '\\_\\_')

function angledToMarkdown(inner: string, names: SlackNames): string {
  const name = nameIn(inner, names)
  if (name !== null) return name
  const [target = '', label] = split(inner)
  const address = unescapeSigns(target)
  if (!URL_IN_TEXT.test(address)) return unescapeSigns(`<${inner}>`)
  const shown = label === undefined ? undefined : unescapeSigns(label)
  if (shown === undefined || shown === address || address === `mailto:${shown}`) return shown ?? address
  return `[${shown.replaceAll(/[[\]]/g, '\\$&')}](${address.replaceAll(')', '%29').replaceAll(' ', '%20')})`
}

/** `<@U1|ann>`, `<#C1|general>`, `<!here>`, `<!subteam^S1|@crew>`, `<!date^0^{date}|today>`; null for a link. */
function nameIn(inner: string, names: SlackNames): string | null {
  const [target = '', label] = split(inner)
  const id = target.slice(1)
  if (target.startsWith('@')) return `@${names.person(id, label)}`
  if (target.startsWith('#')) return `#${names.channel(id, label)}`
  if (!target.startsWith('!')) return null
  if (id.startsWith('subteam^')) return `@${names.group(id.slice('subteam^'.length), label?.replace(/^@/, ''))}`
  if (id.startsWith('date^')) return unescapeSigns(label ?? '')
  return `@${id.split('^')[0]}`
}

const linkTarget = (inner: string): string => split(inner)[0] ?? ''

function split(inner: string): [string, string | undefined] {
  const bar = inner.indexOf('|')
  return bar === -1 ? [inner, undefined] : [inner.slice(0, bar), inner.slice(bar + 1)]
}

const unescapeSigns = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
