import { ParleyError } from '@parley/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { asParleyError, errorHeaders } from '../../http/error-answer'
import type { Services } from '../../services'
import { answerByAddress } from './answer-by-address'
import { postThroughHook } from './post-through-hook'
import { asSlackRefusal, SlackRefusal } from './slack-refusal'

const MAX_BODY_BYTES = 512 * 1024

/**
 * Addresses that carry their secret: `POST /api/hooks/<secret>` for webhooks, `/api/hooks/answers/<secret>` for answers
 * to slash commands. They speak as Slack's do, in plain text, and take any content type.
 */
export async function registerHooks(app: FastifyInstance, services: Services): Promise<void> {
  await app.register(async (hooks) => {
    hooks.removeAllContentTypeParsers()
    hooks.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    hooks.setErrorHandler((error, _request, reply) => refuse(error, reply))
    const route = { schema: { hide: true }, bodyLimit: MAX_BODY_BYTES }
    hooks.post<{ Params: { secret: string } }>('/api/hooks/:secret', route, async (request, reply) => {
      const idempotencyKey = headerOf(request, 'idempotency-key')
      const message = await postThroughHook(services, {
        secret: request.params.secret,
        body: bodyOf(request),
        idempotencyKey,
      })
      return reply.header('x-parley-message-id', message.id).type('text/plain').send('ok')
    })
    hooks.post<{ Params: { secret: string } }>('/api/hooks/answers/:secret', route, async (request, reply) => {
      await answerByAddress(services, request.params.secret, bodyOf(request))
      return reply.type('text/plain').send('ok')
    })
  })
}

const bodyOf = ({ body }: FastifyRequest): Buffer => (Buffer.isBuffer(body) ? body : Buffer.alloc(0))

function headerOf({ headers }: FastifyRequest, name: string): string | undefined {
  const value = headers[name]
  return typeof value === 'string' && value !== '' ? value.slice(0, 500) : undefined
}

/** Slack's word as the body, Parley's code beside it; what is no refusal goes the way of all errors. */
function refuse(thrown: unknown, reply: FastifyReply): unknown {
  const error = thrown instanceof SlackRefusal ? thrown : asParleyError(thrown)
  const refusal = asSlackRefusal(error)
  if (!refusal) throw error
  if (error instanceof ParleyError) reply.headers(errorHeaders(error))
  return reply.status(refusal.status).header('x-parley-error', refusal.code).type('text/plain').send(refusal.word)
}
