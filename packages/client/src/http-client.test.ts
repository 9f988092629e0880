import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ParleyError } from '@parley/protocol'
import { afterEach, describe, expect, it } from 'vitest'
import { ConnectionError, UnexpectedAnswerError } from './connection-error'
import { createHttpClient, type HttpClientOptions } from './http-client'
import { uuid } from './testing/workspace-model'

const servers: Server[] = []

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A client of a server that always answers this. */
async function clientOf(status: number, body: string, options: Partial<HttpClientOptions> = {}) {
  const baseUrl = await serve((_, response) => response.writeHead(status).end(body))
  return createHttpClient({ baseUrl, ...options })
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => {
      throw new Error('this call should have failed')
    },
    (error: unknown) => error,
  )

describe('a request', () => {
  it('carries the body, the token and the language of the moment', async () => {
    const seen: unknown[] = []
    const baseUrl = await serve(async (request, response) => {
      const { authorization, 'accept-language': language, 'content-type': type } = request.headers
      seen.push([request.method, request.url, authorization, language, type, JSON.parse(await bodyOf(request))])
      response.end(JSON.stringify({ readNumber: 3, fromTheFuture: true }))
    })
    let language: 'zh' | 'en' = 'zh'
    const client = createHttpClient({ baseUrl, token: 'secret', language: () => language })
    const body = { channelId: uuid(7), messageNumber: 3 } as Parameters<typeof client.command<'channels.markRead'>>[1]
    expect(await client.command('channels.markRead', body)).toEqual({ readNumber: 3 })
    language = 'en'
    await client.command('channels.markRead', body)
    const start = ['POST', '/api/channels.markRead', 'Bearer secret']
    expect(seen).toEqual([
      [...start, 'zh', 'application/json', body],
      [...start, 'en', 'application/json', body],
    ])
  })

  it('puts the parameters of a query into its address, and leaves out what is not given', async () => {
    const addresses: (string | undefined)[] = []
    const baseUrl = await serve((request, response) => {
      addresses.push(request.url)
      response.end(JSON.stringify({ tasks: [] }))
    })
    const client = createHttpClient({ baseUrl })
    await client.query('tasks.list', { status: 'open' })
    await client.query('tasks.list', { status: undefined })
    await client.query('tasks.list', {})
    expect(addresses).toEqual(['/api/tasks.list?status=open', '/api/tasks.list', '/api/tasks.list'])
  })

  it('sends a file as a form, its fields before it', async () => {
    let form = ''
    const document = {
      ...{ id: uuid(1), title: '假期', mimeType: 'text/markdown', collectionId: uuid(2), language: 'zh' },
      ...{ passageCount: 1, createdAt: '2026-11-23T09:00:00Z' },
    }
    const baseUrl = await serve(async (request, response) => {
      form = await bodyOf(request)
      response.end(JSON.stringify({ document }))
    })
    const file = new Blob(['# 年假'], { type: 'text/markdown' })
    const answer = await createHttpClient({ baseUrl }).uploadDocument({ file, fileName: '假期.md', title: '假期' })
    expect(answer).toMatchObject({ document, outcome: 'added' })
    expect(form).toContain('# 年假')
    expect(form.indexOf('name="title"')).toBeGreaterThan(0)
    expect(form.indexOf('name="title"')).toBeLessThan(form.indexOf('name="file"'))
  })
})

describe('a command that the server knows again', () => {
  const task = (id: string) => ({
    ...{ id, title: 'Once', assigneeId: null, due: null, status: 'open', createdBy: uuid(2), channelId: null },
    ...{ sourceMessageId: null, origin: 'person', reasons: [], createdAt: '2026-11-23T09:00:00Z', completedAt: null },
    version: 1,
  })

  it('is given again under the same id when its answer was lost', async () => {
    const given: string[] = []
    const baseUrl = await serve(async (request, response) => {
      given.push(JSON.parse(await bodyOf(request)).clientCommandId)
      if (given.length < 3) response.destroy()
      else response.end(JSON.stringify({ task: task(uuid(1)) }))
    })
    const { task: made } = await createHttpClient({ baseUrl }).command('tasks.create', { title: 'Once' })
    expect(made.id).toBe(uuid(1))
    expect(given).toHaveLength(3)
    expect(new Set(given).size).toBe(1)
  })

  it('keeps the id that its giver has for it, and fails when no answer comes at all', async () => {
    const given: string[] = []
    const baseUrl = await serve(async (request, response) => {
      given.push(JSON.parse(await bodyOf(request)).clientCommandId)
      response.destroy()
    })
    const body = { title: 'Once', clientCommandId: 'mine' }
    expect(await failureOf(createHttpClient({ baseUrl }).command('tasks.create', body))).toBeInstanceOf(ConnectionError)
    expect(given).toEqual(['mine', 'mine', 'mine'])
  })

  it('is given once where another would make a second one', async () => {
    let count = 0
    const baseUrl = await serve((_, response) => {
      count += 1
      response.destroy()
    })
    await failureOf(createHttpClient({ baseUrl }).command('groups.save', { handle: 'ops', name: 'Ops' }))
    expect(count).toBe(1)
  })
})

describe('a failure', () => {
  it('is the error that the server names, with its parameters and text', async () => {
    const parameters = { length: 40_001, limit: 40_000 }
    const body = { error: { code: 'text_too_long', message: '文本太长', parameters } }
    const error = await failureOf((await clientOf(400, JSON.stringify(body))).query('health', {}))
    expect(error).toBeInstanceOf(ParleyError)
    expect(error).toMatchObject({ code: 'text_too_long', message: '文本太长', parameters, status: 400 })
  })

  it('with a code of a newer server is read by its status', async () => {
    const body = { error: { code: 'code_of_tomorrow', message: '', parameters: {} } }
    const error = await failureOf((await clientOf(409, JSON.stringify(body))).query('health', {}))
    expect(error).toBeInstanceOf(ParleyError)
    expect(error).toMatchObject({ status: 409 })
  })

  it.each([
    ['a proxy’s own page', 502, '<html>Bad Gateway</html>'],
    ['success that is not JSON', 200, '<html>Sign in to the guest network</html>'],
    ['an empty success', 200, ''],
  ])('between client and server is one of the connection: %s', async (_, status, body) => {
    expect(await failureOf((await clientOf(status, body)).query('health', {}))).toBeInstanceOf(ConnectionError)
  })

  it.each<[string, RequestListener]>([
    ['a connection cut before the answer', (_, response) => response.destroy()],
    [
      'a connection cut within the answer',
      (_, response) => {
        response.writeHead(200, { 'content-length': '100' }).write('{"status":', () => response.destroy())
      },
    ],
  ])('to answer is one of the connection: %s', async (_, listener) => {
    const client = createHttpClient({ baseUrl: await serve(listener) })
    expect(await failureOf(client.query('health', {}))).toBeInstanceOf(ConnectionError)
  })

  it('to answer in time is one of the connection', async () => {
    const client = createHttpClient({ baseUrl: await serve(() => {}), timeoutMs: 20 })
    expect(await failureOf(client.query('health', {}))).toBeInstanceOf(ConnectionError)
  })

  it('to keep the contract is neither', async () => {
    const error = await failureOf((await clientOf(200, '{"status":"fine"}')).query('health', {}))
    expect(error).toBeInstanceOf(UnexpectedAnswerError)
  })

  it('by the caller’s own wish stays what it is', async () => {
    const abort = new AbortController()
    const baseUrl = await serve(() => abort.abort(new Error('changed my mind')))
    const error = await failureOf(createHttpClient({ baseUrl }).query('health', {}, { signal: abort.signal }))
    expect(error).toMatchObject({ message: 'changed my mind' })
  })
})
