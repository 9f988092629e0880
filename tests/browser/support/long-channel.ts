/// <reference lib="dom" />
import { withConnection } from '@parley/testkit'
import type { Page } from 'playwright-core'
import { fillMessages } from '../../../tools/bench/message-filler.js'

/** Gives a command or asks a query as the person who is signed in on the page. */
export const call = <Answer>(page: Page, name: string, body?: object): Promise<Answer> =>
  page.evaluate(
    async ([name, body]) => {
      const init = body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body } : {}
      const response = await fetch(`/api/${name}`, init)
      const answer = await response.json()
      if (!response.ok) throw new Error(JSON.stringify(answer))
      return answer
    },
    [name, body && JSON.stringify(body)] as const,
  )

export interface LongChannel {
  readonly id: string
  readonly path: string
}

const lines = (place: number) => Array.from({ length: 1 + ((place * 7) % 5) }, (_, line) => `row ${line} of ${place}`)

/** A channel with many messages of changing heights, one a second up to now, written past the server. */
export async function openLongChannel(
  page: Page,
  databaseUrl: string,
  { name, count }: { readonly name: string; readonly count: number },
): Promise<LongChannel> {
  const body = { name, kind: 'public', withAssistant: false }
  const { channel } = await call<{ channel: { id: string } }>(page, 'channels.create', body)
  const { me, workspace, users } = await call<Record<'me' | 'workspace', { id: string }> & { users: { id: string }[] }>(
    page,
    'state',
  )
  await withConnection(databaseUrl, (database) =>
    fillMessages(database, {
      channels: [channel],
      authorIds: [me.id, me.id, me.id, ...users.map(({ id }) => id)],
      workspaceId: workspace.id,
      count,
      textOf: (place: number) => `message ${place + 1}\n${lines(place).join('\n')}`,
    }),
  )
  return { id: channel.id, path: `/c/${channel.id}` }
}
