import { isOpenQuestion } from '@parley/dialogue'
import type { Message } from '@parley/protocol'
import type { Store } from '../../store/store'

/** A message of a person to others, and what it does, as far as that was read. */
export interface OverheardMessage {
  readonly message: Message
  readonly acts: readonly string[] | null
}

/** So long people have to answer; whoever is asked by name longer, since everybody waits for them. */
const PATIENCE_MS = { anybody: 3 * 60_000, named: 15 * 60_000 } as const

/** Notes the questions among what was said in a channel, for when people have had their time to answer. */
export async function noticeQuestions(
  { rows }: Pick<Store, 'rows'>,
  workspaceId: string,
  overheard: readonly OverheardMessage[],
): Promise<void> {
  const asked = overheard.filter(isAskedOfAll)
  if (asked.length === 0) return
  await rows
    .insertInto('suggestions')
    .values(
      asked.map(({ message: { id, channelId, createdAt, mentions } }) => ({
        ...{ message_id: id, workspace_id: workspaceId, channel_id: channelId, status: 'waiting' as const },
        due_at: new Date(Date.parse(createdAt) + PATIENCE_MS[mentions.length > 0 ? 'named' : 'anybody']),
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** In a thread people are talking already. */
const isAskedOfAll = ({ message, acts }: OverheardMessage): boolean =>
  message.threadId === null && message.poll === undefined && isOpenQuestion(message.text, acts)
