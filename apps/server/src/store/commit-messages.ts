import type { FileInfo, Mentions, MessageCard, PostedAs } from '@parley/protocol'
import type { ClientBase, Pool } from 'pg'
import { v7 as uuidv7 } from 'uuid'
import { hashPayload, storeText } from './content'
import { jsonText } from './json-text'
import type { StoredPoll } from './polls'
import { retryConflicts } from './retry-conflicts'

/** A message as its sender gives it. */
export interface MessageDraft {
  readonly workspaceId: string
  readonly channelId: string
  readonly authorId: string
  readonly clientMessageId: string
  readonly threadId: string | null
  /** A reply that the channel shows too. */
  readonly isAlsoInChannel?: boolean
  readonly text: string
  readonly card: MessageCard | null
  /** Of what came through a webhook: it has no card, and takes the place of one in the row. */
  readonly postedAs?: PostedAs
  /** Of what asks people to choose: it has no card either. */
  readonly poll?: StoredPoll
  /** Whom it names; nobody when left out. */
  readonly mentions?: Mentions
  /** The author's own, complete; none when left out. */
  readonly files?: readonly FileInfo[]
  /** When it was said, for messages that come from elsewhere. Default: now. */
  readonly createdAt?: Date
}

/** What the database made of a message. */
export interface Verdict {
  readonly outcome:
    | 'stored'
    | 'repeated'
    | 'reused'
    | 'no_channel'
    | 'not_a_member'
    | 'archived'
    | 'restricted'
    | 'no_thread'
    | 'no_file'
  readonly id: string
  readonly seq: number
  readonly message_number: number
  readonly reply_number: number | null
  readonly thread_author_id: string | null
  readonly created_at: Date
}

/** Stores messages in one statement (`routines/commit-messages.sql`), all as of one time; a verdict each, in their order. */
export async function commitMessages(pool: Pool, drafts: readonly MessageDraft[], at: Date): Promise<Verdict[]> {
  return retryConflicts(() => runCommitMessages(pool, drafts, at, null))
}

/** @param importedAt the time of each, for history from elsewhere: it is under laxer rules, see the routine. */
export async function runCommitMessages(
  database: Pool | ClientBase,
  drafts: readonly MessageDraft[],
  at: Date,
  importedAt: readonly Date[] | null,
): Promise<Verdict[]> {
  const { rows } = await database.query<Verdict>({
    name: 'commit-messages',
    text: `select outcome, id, seq, message_number, reply_number, thread_author_id, created_at
             from commit_messages($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15)`,
    values: [
      drafts.map(() => uuidv7()),
      drafts.map((draft) => draft.workspaceId),
      drafts.map((draft) => draft.channelId),
      drafts.map((draft) => draft.authorId),
      drafts.map((draft) => draft.clientMessageId),
      drafts.map((draft) => hashPayload({ ...draft, fileIds: fileIdsOf(draft) })),
      drafts.map((draft) => draft.threadId),
      drafts.map((draft) => draft.isAlsoInChannel ?? false),
      drafts.map((draft) => storeText(draft.text)),
      drafts.map(cardColumn),
      drafts.map((draft) => `{${namedIn(draft).join(',')}}`),
      drafts.map((draft) => draft.mentions?.isForEveryone ?? false),
      drafts.map((draft) => `{${fileIdsOf(draft).join(',')}}`),
      at,
      importedAt,
    ],
  })
  return rows
}

function cardColumn({ card, postedAs, poll }: MessageDraft): string | null {
  const held = postedAs ? { postedAs } : poll ? { poll } : card
  return held ? jsonText(held) : null
}

/** Nobody calls themselves. */
export const namedIn = ({ mentions, authorId }: MessageDraft) =>
  (mentions?.userIds ?? []).filter((id) => id !== authorId)

export const fileIdsOf = ({ files = [] }: MessageDraft): string[] => files.map(({ id }) => id)
