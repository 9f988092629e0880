import { escapeLiteral } from './escape-literal'
import { fenced } from './fenced'
import { emojiText, type SlackNames } from './slack-names'

/** As much of Slack's `rich_text` block as is written in Markdown; what is not known is passed over. */
export interface RichTextElement {
  readonly type?: string
  readonly elements?: readonly RichTextElement[]
  readonly text?: string
  readonly url?: string
  readonly name?: string
  readonly unicode?: string
  readonly range?: string
  readonly fallback?: string
  readonly value?: string
  readonly user_id?: string
  readonly channel_id?: string
  readonly usergroup_id?: string
  readonly indent?: number
  readonly offset?: number
  /** Of a quoted list: 1. */
  readonly border?: number
  /** In seconds, of a date. */
  readonly timestamp?: number
  readonly skin_tone?: number
  /** Of a list: `ordered` or `bullet`; of a text: its marks. */
  readonly style?: string | Readonly<Record<string, boolean>>
}

export function richTextToMarkdown(block: RichTextElement, names: SlackNames): string {
  const parts = (block.elements ?? []).map((element) => ({
    type: element.type,
    text: sectionToMarkdown(element, names),
  }))
  return parts
    .filter(({ text }) => text !== '')
    .map(({ type, text }, index) => {
      const isListAfterList = type === 'rich_text_list' && parts[index - 1]?.type === 'rich_text_list'
      return index === 0 ? text : `${isListAfterList ? '\n' : '\n\n'}${text}`
    })
    .join('')
}

function sectionToMarkdown(element: RichTextElement, names: SlackNames): string {
  const inside = element.elements ?? []
  switch (element.type) {
    case 'rich_text_list':
      return element.border ? quoted(listToMarkdown(element, names)) : listToMarkdown(element, names)
    case 'rich_text_quote':
      return quoted(inlineToMarkdown(inside, names).trimEnd())
    case 'rich_text_preformatted':
      return fenced(inside.map((one) => one.text ?? one.url ?? plain(one, names)).join(''))
    default:
      return inlineToMarkdown(inside, names).trimEnd()
  }
}

const quoted = (text: string): string => text.replaceAll(/^/gm, '> ')

function listToMarkdown({ elements = [], style, indent = 0, offset = 0 }: RichTextElement, names: SlackNames): string {
  const margin = '   '.repeat(Math.min(indent, 8))
  const items = elements.map((item, index) => {
    const mark = style === 'ordered' ? `${index + 1 + offset}.` : '-'
    return `${margin}${mark} ${inlineToMarkdown(item.elements ?? [], names)}`
  })
  return items.join('\n')
}

const inlineToMarkdown = (elements: readonly RichTextElement[], names: SlackNames): string =>
  elements.map((element) => marked(plain(element, names), element)).join('')

function plain(element: RichTextElement, names: SlackNames): string {
  switch (element.type) {
    case 'text':
      return isCode(element) ? (element.text ?? '') : escapeLiteral(element.text ?? '')
    case 'link':
      return link(element)
    case 'user':
      return `@${names.person(element.user_id ?? '')}`
    case 'channel':
      return `#${names.channel(element.channel_id ?? '')}`
    case 'usergroup':
      return `@${names.group(element.usergroup_id ?? '')}`
    case 'broadcast':
      return `@${element.range ?? 'channel'}`
    case 'emoji':
      return emojiOf(element, names)
    case 'date':
      return element.fallback ?? (element.timestamp ? new Date(element.timestamp * 1000).toISOString() : '')
    default:
      return element.fallback ?? element.value ?? element.text ?? ''
  }
}

/** One that is newer than the names known here comes with its characters. */
function emojiOf({ name = '', unicode, skin_tone: tone }: RichTextElement, names: SlackNames): string {
  const known = names.emoji(tone ? `${name}::skin-tone-${tone}` : name)
  if (known !== null || !/^[0-9a-f]{2,6}(-[0-9a-f]{2,6})*$/i.test(unicode ?? '')) return known ?? emojiText(names, name)
  const points = (unicode ?? '').split('-').map((point) => Number.parseInt(point, 16))
  return points.every((point) => point <= 0x10ffff) ? String.fromCodePoint(...points) : emojiText(names, name)
}

const isCode = ({ style }: RichTextElement): boolean => typeof style === 'object' && style.code === true

function link({ url = '', text }: RichTextElement): string {
  if (!text || text === url) return url
  return `[${text.replaceAll(/[[\]]/g, '\\$&')}](${url.replaceAll(')', '%29').replaceAll(' ', '%20')})`
}

/** Marks stand right at the words: `** word**` is none in CommonMark. */
function marked(text: string, { style, type }: RichTextElement): string {
  if (typeof style !== 'object' || text.trim() === '') return text
  const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? []
  let inner = style.code && type === 'text' ? asCode(words) : words
  if (style.strike) inner = `~~${inner}~~`
  if (style.italic) inner = `*${inner}*`
  if (style.bold) inner = `**${inner}**`
  return `${before}${inner}${after}`
}

/** Ticks within ask for more of them around. */
function asCode(words: string): string {
  if (!words.includes('`')) return `\`${words}\``
  return `\`\` ${words} \`\``
}
