import type { Message } from '@parley/protocol'

/** What a notification has room for, and as much of a message as that is surely in. */
const BODY_LENGTH = 200
const READ_LENGTH = 2_000

/** A message in plain words, for where no Markdown is drawn; of one without words, what its files are called. */
export async function noticeBody({ text, files }: Pick<Message, 'text' | 'files'>): Promise<string> {
  const { plainOfMarkdown } = await import('../conversation/plain-of-markdown')
  const words = plainOfMarkdown(text.slice(0, READ_LENGTH)).text.replaceAll(/\s+/g, ' ').trim()
  return shortened(words || files.map(({ name }) => name).join(', '))
}

function shortened(words: string): string {
  const characters = [...words]
  return characters.length > BODY_LENGTH ? `${characters.slice(0, BODY_LENGTH - 1).join('')}…` : words
}
