import type { SlackPayloadAttachment, SlackPayloadBlock } from '../integrations/incoming/slack-payload'

interface Button {
  readonly text?: { readonly text: string } | undefined
  readonly url?: string | undefined
}

/** What a message of Parley cannot do, said as well as it can: buttons that lead somewhere become links. */
export function showLinks(blocks: readonly SlackPayloadBlock[]): SlackPayloadBlock[] {
  return blocks.flatMap((block): SlackPayloadBlock[] => {
    switch (block.type) {
      case 'actions':
        return linkLine((block.elements ?? []) as Button[])
      case 'section':
        return [withText(block), ...linkLine([block.accessory ?? {}])]
      case 'markdown':
        return [{ type: 'section', text: { type: 'markdown', text: String(block.text ?? '') } }]
      case 'video':
        return linkLine([
          { text: block.title as Button['text'], url: String(block.title_url ?? block.video_url ?? '') },
        ])
      default:
        return [block]
    }
  })
}

/** A section of fields alone begins with the first of them. */
function withText(block: SlackPayloadBlock): SlackPayloadBlock {
  const [first, ...rest] = block.fields ?? []
  return block.text || !first ? block : { ...block, text: first, fields: rest }
}

function linkLine(buttons: readonly Button[]): SlackPayloadBlock[] {
  const links = buttons.flatMap(({ text, url }) => (isAddress(url) ? [`<${url}|${labelOf(text?.text) || url}>`] : []))
  return links.length > 0 ? [{ type: 'section', text: { type: 'mrkdwn', text: links.join(' · ') } }] : []
}

/** A sign and a link cannot stand inside of a link's words. */
const labelOf = (text: unknown): string => (typeof text === 'string' ? text.replaceAll(/[<>|\n]/g, ' ').trim() : '')

const isAddress = (url: unknown): url is string => typeof url === 'string' && /^https?:\/\/[^\s<>|]+$/.test(url)

const lights: Readonly<Record<string, string>> = { good: '🟢', warning: '🟡', danger: '🔴' }

/** The colours that mean something stand as a light before the title. */
export function showAttachment(attachment: SlackPayloadAttachment): SlackPayloadAttachment {
  const { color, title, text, actions, author_name, author_link } = attachment
  const light = lights[color ?? '']
  const author = author_name && isAddress(author_link) ? `[${author_name}](${author_link})` : author_name
  const blocks = [...showLinks(attachment.blocks ?? []), ...linkLine(actions ?? [])]
  return {
    ...attachment,
    author_name: author,
    title: light && title ? `${light} ${title}` : title,
    text: light && !title && text ? `${light} ${text}` : text,
    title_link: isAddress(attachment.title_link) ? attachment.title_link : undefined,
    image_url: isAddress(attachment.image_url) ? attachment.image_url : undefined,
    blocks,
  }
}
