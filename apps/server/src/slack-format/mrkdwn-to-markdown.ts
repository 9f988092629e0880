import { escapeLiteral } from './escape-literal'
import { fenced } from './fenced'
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
  return `\n${fenced(plain.slice(3, -3).replace(/^\n/, '').replace(/\n$/, ''))}\n`
}

const ANGLED = /<([^<>\n]+)>/g
const ANGLED_OR_ADDRESS = /<([^<>\n]+)>|https?:\/\/[^\s<>\uE000-\uE003]+/g
const URL_IN_TEXT = /(?:https?|mailto|ftp):[^\s<>]+/
const [KEPT, STRONG, EMPHASIS, STRUCK] = ['\uE000', '\uE001', '\uE002', '\uE003']
/** Left of a mark there is no word, inside of it no space at the edges: Slack's rule for what is a mark and what a sign. */
const MARKS = [
  { pattern: /(?<![\w*])\*(?!\s)([^*\n]+?)(?<!\s)\*(?![\w*])/g, mark: STRONG },
  { pattern: /(?<![\w_])_(?!\s)([^_\n]+?)(?<!\s)_(?![\w_])/g, mark: EMPHASIS },
  { pattern: /(?<![\w~])~(?!\s)([^~\n]+?)(?<!\s)~(?![\w~])/g, mark: STRUCK },
]
const SIGNS: Readonly<Record<string, string>> = { [STRONG]: '**', [EMPHASIS]: '*', [STRUCK]: '~~' }

/**
 * Addresses, names and marks step aside, behind private-use characters, while what is none of them is made harmless: an
 * address may well contain an underscore, and 2*3*4 is no emphasis.
 */
function proseToMarkdown(prose: string, names: SlackNames): string {
  const kept: string[] = []
  const bare = prose.replaceAll(/[\uE000-\uE003]/g, '').replaceAll(ANGLED_OR_ADDRESS, (written, inner?: string) => {
    kept.push(inner === undefined ? unescapeSigns(written) : angledToMarkdown(inner, names))
    return `${KEPT}${kept.length - 1}${KEPT}`
  })
  const marked = MARKS.reduce((text, { pattern, mark }) => text.replaceAll(pattern, `${mark}$1${mark}`), bare)
  const named = withEmoji(escapeLiteral(marked), names)
  return unescapeSigns(quoteLines(named))
    .replaceAll(/[\uE001-\uE003]/g, (mark) => SIGNS[mark] ?? '')
    .replaceAll(/\uE000(\d+)\uE000/g, (_, index: string) => kept[Number(index)] ?? '')
}

export const withEmoji = (text: string, names: SlackNames): string =>
  text.replaceAll(/:([a-z0-9_+'-]+(?:::skin-tone-[1-6])?):/g, (_, name: string) => emojiText(names, name))

/** `>>>` quotes all that follows; a quoted line ends with its line, which Markdown would draw out into the next one. */
const quoteLines = (text: string): string =>
  text
    .replace(/^&gt;&gt;&gt; ?([\s\S]*)/m, (_, rest: string) => rest.replaceAll(/^/gm, '&gt; '))
    .replaceAll(/^(&gt;.*)\n(?!&gt;|\s*\n|$)/gm, '$1\n\n')

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

export const unescapeSigns = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
