import type { Message, QueryAnswer } from '@parley/protocol'

type Revision = QueryAnswer<'messages.history'>['revisions'][number]

/** A form of a message, and since when it said so. */
export interface Version {
  readonly text: string
  readonly at: string
}

/** All forms of a message, newest first; each began when the one before it was replaced. */
export function versionsOf(
  message: Pick<Message, 'text' | 'createdAt' | 'editedAt'>,
  revisions: readonly Revision[],
): readonly Version[] {
  const earlier = revisions.map(({ text }, index) => ({
    text,
    at: revisions[index - 1]?.replacedAt ?? message.createdAt,
  }))
  const now = { text: message.text, at: revisions.at(-1)?.replacedAt ?? message.editedAt ?? message.createdAt }
  return [...earlier, now].reverse()
}
