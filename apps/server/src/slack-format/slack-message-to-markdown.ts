import { escapeLiteral } from './escape-literal'
import { mrkdwnToMarkdown, unescapeSigns, withEmoji } from './mrkdwn-to-markdown'
import { type RichTextElement, richTextToMarkdown } from './rich-text-to-markdown'
import type { SlackNames } from './slack-names'

interface TextObject {
  readonly type?: string
  readonly text?: string
  /** false: `:tada:` stays as it is written. */
  readonly emoji?: boolean
}

/** A block of Slack's Block Kit, as far as it says something. */
export interface SlackBlock extends Omit<RichTextElement, 'text' | 'elements'> {
  readonly text?: TextObject
  readonly fields?: readonly TextObject[]
  readonly elements?: readonly (RichTextElement & TextObject & { readonly alt_text?: string })[]
  readonly title?: TextObject | string
  readonly image_url?: string
  readonly alt_text?: string
  /** Of a table, cell by cell; null for an empty one. */
  readonly rows?: readonly (readonly (TableCell | null)[])[]
}

type TableCell = RichTextElement | (TextObject & { readonly value?: number })

export interface SlackAttachment {
  readonly pretext?: string
  readonly title?: string
  readonly title_link?: string
  readonly author_name?: string
  readonly text?: string
  readonly fallback?: string
  readonly fields?: readonly { readonly title?: string; readonly value?: string }[]
  readonly image_url?: string
  readonly footer?: string
  readonly blocks?: readonly SlackBlock[]
  readonly from_url?: string
}

export interface SlackContent {
  readonly text?: string
  /** false: the text has no marks. */
  readonly mrkdwn?: boolean
  readonly blocks?: readonly SlackBlock[]
  readonly attachments?: readonly SlackAttachment[]
}

/** What a Slack message says: its blocks, which hold more than its text where there are some, and its attachments. */
export function slackMessageToMarkdown(content: SlackContent, names: SlackNames): string {
  const blocks = content.blocks ?? []
  // Lines between blocks say nothing where there is nothing between them.
  const fromBlocks = blocks.every(({ type }) => type === 'divider') ? '' : blocksToMarkdown(blocks, names)
  const text = { type: content.mrkdwn === false ? 'plain_text' : 'mrkdwn', text: content.text ?? '' }
  const body = fromBlocks === '' ? textOf(text, names) : fromBlocks
  const attached = (content.attachments ?? []).map((attachment) => attachmentToMarkdown(attachment, names, body))
  return [body, ...attached]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n\n')
}

const blocksToMarkdown = (blocks: readonly SlackBlock[], names: SlackNames): string =>
  blocks
    .map((block) => blockToMarkdown(block, names))
    .filter((text) => text.trim() !== '')
    .join('\n\n')

function blockToMarkdown(block: SlackBlock, names: SlackNames): string {
  switch (block.type) {
    case 'rich_text':
      return richTextToMarkdown(block as RichTextElement, names)
    case 'header':
      return block.text?.text ? `### ${textOf(block.text, names)}` : ''
    case 'section':
      return [block.text, ...(block.fields ?? [])].map((part) => textOf(part, names)).join('\n')
    case 'context':
      return (block.elements ?? []).map((part) => textOf(part, names)).join(' ')
    case 'divider':
      return '---'
    case 'image':
      return imageToMarkdown(block)
    case 'table':
      return tableToMarkdown(block, names)
    default:
      return ''
  }
}

function textOf(part: TextObject | undefined, names: SlackNames): string {
  const text = part?.text ?? ''
  if (part?.type === 'mrkdwn') return mrkdwnToMarkdown(text, names)
  if (part?.type !== 'plain_text') return text
  const literal = escapeLiteral(text)
  return unescapeSigns(part.emoji === false ? literal : withEmoji(literal, names))
}

function tableToMarkdown({ rows = [] }: SlackBlock, names: SlackNames): string {
  const [head, ...others] = rows.map((row) => `| ${row.map((cell) => cellToMarkdown(cell, names)).join(' | ')} |`)
  return head ? [head, `|${' --- |'.repeat(rows[0]?.length ?? 0)}`, ...others].join('\n') : ''
}

function cellToMarkdown(cell: TableCell | null, names: SlackNames): string {
  const isRich = cell?.type === 'rich_text'
  const said = isRich ? richTextToMarkdown(cell as RichTextElement, names) : String(cell?.text ?? cell?.value ?? '')
  return (isRich ? said : escapeLiteral(said)).replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')
}

function imageToMarkdown({ title, alt_text, image_url }: SlackBlock): string {
  const shown = (typeof title === 'string' ? title : title?.text) || alt_text || image_url
  return image_url ? `[${shown}](${image_url})` : ''
}

/** Quoted, as Slack shows them; the preview of a link whose words stand in the message already is left out. */
function attachmentToMarkdown(attachment: SlackAttachment, names: SlackNames, body: string): string {
  if (attachment.from_url && body.includes(attachment.from_url)) return ''
  // Apps give numbers where they should give texts.
  const read = (text: unknown) => (text === undefined || text === null ? '' : mrkdwnToMarkdown(String(text), names))
  const title = attachment.title_link
    ? `[${attachment.title || attachment.title_link}](${attachment.title_link})`
    : attachment.title
  const fields = (attachment.fields ?? []).map(({ title: name, value }) => `**${name ?? ''}** ${read(value)}`.trim())
  const inside = blocksToMarkdown(attachment.blocks ?? [], names)
  const told = [
    attachment.author_name,
    title && `**${title}**`,
    read(attachment.text),
    inside,
    ...fields,
    attachment.image_url,
    attachment.footer,
  ]
  const lines = told.filter((part): part is string => Boolean(part))
  const quoted = (lines.length > 0 ? lines.join('\n') : (attachment.fallback ?? '')).replaceAll(/^/gm, '> ')
  return [read(attachment.pretext), quoted.trim() === '>' ? '' : quoted].filter(Boolean).join('\n\n')
}
