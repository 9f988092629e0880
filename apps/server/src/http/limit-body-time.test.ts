import { type AddressInfo, connect } from 'node:net'
import { text as readText } from 'node:stream/consumers'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { limitBodyTime } from './limit-body-time'

const LIMIT_MS = 200
let app: FastifyInstance
let port: number

beforeAll(async () => {
  app = fastify({ forceCloseConnections: true })
  limitBodyTime(app, LIMIT_MS)
  app.addContentTypeParser('application/octet-stream', (_request, bytes, done) => done(null, bytes))
  app.post('/', async ({ body }) => (body instanceof Object && 'pipe' in body ? readText(body as never) : body))
  await app.listen({ port: 0, host: '127.0.0.1' })
  port = (app.server.address() as AddressInfo).port
})
afterAll(() => app.close())

/** Sends the head and half of a body, and the rest after a while. What came back, until the connection ended. */
async function sendSlowly(type: string, pauseMs: number): Promise<string> {
  const socket = connect(port, '127.0.0.1')
  const head = `POST / HTTP/1.1\r\nhost: x\r\nconnection: close\r\ncontent-type: ${type}\r\ncontent-length: 2\r\n\r\n`
  socket.write(`${head}4`)
  const rest = setTimeout(() => socket.write('2'), pauseMs)
  socket.on('close', () => clearTimeout(rest))
  return readText(socket).catch((error: NodeJS.ErrnoException) => error.code ?? '')
}

it('waits for a body', async () => {
  expect(await sendSlowly('application/json', LIMIT_MS / 10)).toMatch(/ 200 .*42$/s)
})

it('waits for no body that does not come', async () => {
  expect(await sendSlowly('application/json', LIMIT_MS * 50)).not.toContain('200')
})

it('leaves its time to what is large', async () => {
  expect(await sendSlowly('application/octet-stream', LIMIT_MS * 3)).toMatch(/ 200 .*42/s)
})
