import { ChannelId, MessageId } from '@parley/protocol'
import { channelPath, conversationPath, threadPath } from '../conversation/message-path'

/** A thread that the address names. */
export interface ThreadPlace {
  readonly channelId: ChannelId
  readonly threadId: MessageId
  /** One reply of it. */
  readonly seq: number | null
}

/** The list of threads, and `/threads/<channel>/<root>` with one of them beside it. */
export const THREADS_PATH = '/threads'
const threadsPath = /^\/threads\/(?<channelId>[^/]+)\/(?<threadId>[^/]+)\/?$/

export function readThreadPlace(path: string): ThreadPlace | null {
  const named = (conversationPath.exec(path) ?? threadsPath.exec(path))?.groups
  const channelId = ChannelId.safeParse(named?.channelId).data
  const threadId = MessageId.safeParse(named?.threadId).data
  if (!channelId || !threadId) return null
  return { channelId, threadId, seq: named?.seq ? Number(named.seq) : null }
}

type Thread = Pick<ThreadPlace, 'channelId' | 'threadId'>

/** Where a thread opens beside what is shown now. */
export const pathBeside = (path: string, { channelId, threadId }: Thread): string =>
  path.startsWith(THREADS_PATH) ? `${THREADS_PATH}/${channelId}/${threadId}` : threadPath(channelId, threadId)

/** What is left when the thread is closed. */
export const pathWithout = (path: string, { channelId }: Thread): string =>
  path.startsWith(THREADS_PATH) ? THREADS_PATH : channelPath(channelId)
