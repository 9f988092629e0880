import type { HttpClient } from '@parley/client'
import type { Message } from '@parley/protocol'

/** Every message of a channel, oldest first, as the database holds them now. */
export async function readAllMessages(http: HttpClient, channelId: string): Promise<Message[]> {
  const all: Message[] = []
  for (;;) {
    const before = all.at(-1)?.seq
    const { messages } = await http.query('messages.list', { channelId, limit: 200, ...(before && { before }) })
    if (messages.length === 0) return all.reverse()
    all.push(...messages)
  }
}
