import type { EmojiByName } from '../../emoji/emoji-by-name'

export interface MattermostNames {
  readonly emoji: EmojiByName
  /** What is shown of a channel that a text calls by its handle; undefined where there is none of it. */
  channel(handle: string): string | undefined
}

/** Code is copied as it is. Longest first. */
const CODE = /(```|~~~)[\s\S]*?(?:\1|$)|`[^`\n]+`/g
const EMOJI = /(?<!\w):([a-z0-9_+-]+):/gi
const CHANNEL = /(?<![\w~/])~([a-z0-9][a-z0-9_.-]*[a-z0-9]|[a-z0-9])/g

/** Mattermost writes Markdown already, but `:tada:` for an emoji and `~town-square` for a channel. */
export function mattermostToMarkdown(text: string, names: MattermostNames): string {
  let markdown = ''
  let end = 0
  for (const code of text.matchAll(CODE)) {
    markdown += proseToMarkdown(text.slice(end, code.index), names) + code[0]
    end = code.index + code[0].length
  }
  return markdown + proseToMarkdown(text.slice(end), names)
}

const proseToMarkdown = (prose: string, { emoji, channel }: MattermostNames): string =>
  prose
    .replaceAll(EMOJI, (written, name: string) => emoji(name) ?? written)
    .replaceAll(CHANNEL, (written, handle: string) => {
      const name = channel(handle)
      return name === undefined ? written : `#${name}`
    })
