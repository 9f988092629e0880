import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { until } from './until'

export interface ReceivedPost {
  readonly path: string
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

/** What a receiver answers; without one, 200 and nothing. */
export interface ReceiverAnswer {
  readonly status?: number
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Another server, which webhooks are sent to: it keeps what it gets. */
export interface Receiver extends AsyncDisposable {
  readonly url: string
  readonly posts: readonly ReceivedPost[]
  waitFor(count: number): Promise<readonly ReceivedPost[]>
}

export async function startReceiver(
  answer: (
    post: ReceivedPost,
    count: number,
  ) => ReceiverAnswer | undefined | Promise<ReceiverAnswer | undefined> = () => undefined,
): Promise<Receiver> {
  const posts: ReceivedPost[] = []
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
    const post = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') }
    posts.push(post)
    const { status = 200, body = '', headers = {} } = (await answer(post, posts.length)) ?? {}
    response.writeHead(status, headers).end(body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    posts,
    waitFor: async (count) => {
      await until(() => posts.length >= count, `${count} posts have arrived`, 30_000)
      return posts
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
