import { setImmediate as nextTurn } from 'node:timers/promises'
import { isWorthProposing, shippedReplyFinder } from '@parley/nlu'
import type { Message, MessageId, ReplyLink, UserId } from '@parley/protocol'
import { jsonText } from '../../store/json-text'
import type { Store } from '../../store/store'
import type { Directory } from '../directory'
import { RecentTalk } from './recent-talk'

/** A message that was read, and what it says as a vector, if there is an encoder. */
export interface ReadLine {
  readonly message: Message
  readonly sentence: Float32Array | null
}

export interface ReplyProposalsOptions {
  readonly workspaceId: string
  readonly store: Store
  readonly directory: Directory
}

interface Proposal {
  readonly messageId: string
  readonly answers: ReplyLink
}

/** Says in the channel which earlier message one seems to answer, where readers gain by it. */
export class ReplyProposals {
  private readonly talk: RecentTalk

  constructor(private readonly options: ReplyProposalsOptions) {
    this.talk = new RecentTalk({ ...options, finder: shippedReplyFinder() })
  }

  /** All of one channel, in the order in which they were said. Proposing again changes nothing. */
  async propose(lines: readonly ReadLine[]): Promise<void> {
    const proposals: Proposal[] = []
    for (const line of lines) {
      if (line.message.threadId !== null) continue
      // The better part of a millisecond for each: delivery has its turn between them.
      await nextTurn()
      const proposal = await this.look(line)
      if (proposal) proposals.push(proposal)
    }
    const channelId = lines[0]?.message.channelId
    if (channelId && proposals.length > 0) await this.store(channelId, proposals)
  }

  private async look({ message, sentence }: ReadLine): Promise<Proposal | null> {
    const { before, found } = await this.talk.hear(message, sentence)
    if (!isWorthProposing(message.authorId, before, found)) return null
    const answered = found.answers === null ? undefined : before[found.answers]
    if (!answered) return null
    const answers: ReplyLink = {
      messageId: answered.id as MessageId,
      authorId: answered.author as UserId,
      state: 'proposed',
      confidence: Number(found.confidence.toFixed(3)),
      reasons: [...found.reasons],
      decidedBy: null,
    }
    return { messageId: message.id, answers }
  }

  /** Under the channel's lock: not of what was deleted meanwhile, nor where people have decided already. */
  private store(channelId: string, proposals: readonly Proposal[]): Promise<void> {
    const { store, workspaceId } = this.options
    return store.write(workspaceId, [channelId], async ({ rows, append }) => {
      const ids = proposals.flatMap(({ messageId, answers }) => [messageId, answers.messageId])
      const there = await rows
        .selectFrom('messages')
        .select(['id', 'reply_link'])
        .where('id', 'in', [...new Set<string>(ids)])
        .where('deleted_at', 'is', null)
        .execute()
      const links = new Map(there.map((row) => [row.id, row.reply_link]))
      for (const { messageId, answers } of proposals) {
        if (links.get(messageId) !== null || !links.has(answers.messageId)) continue
        await rows
          .updateTable('messages')
          .set({ reply_link: jsonText(answers) })
          .where('id', '=', messageId)
          .execute()
        append(channelId, { type: 'reply-linked', messageId: messageId as MessageId, answers })
      }
    })
  }
}
