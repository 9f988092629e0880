import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import fastifyMultipart from '@fastify/multipart'
import { ParleyError } from '@parley/protocol'
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import type { z } from 'zod'
import type { Actor } from '../actor'
import { registerHooks } from '../integrations/incoming/hook-route'
import type { SocketGateway } from '../realtime/socket-gateway'
import type { Services } from '../services'
import { registerAvatars } from './avatar-routes'
import { registerCommands } from './command-route'
import { multipartLimits } from './document-upload'
import { asParleyError, errorBody, errorHeaders, fromIssues } from './error-answer'
import { registerFiles } from './file-routes'
import { limitBodyTime } from './limit-body-time'
import { registerDocumentation } from './openapi'
import { preferredLanguage } from './preferred-language'
import { registerQueries } from './query-route'
import { refuseUnreadable } from './refuse-unreadable'
import { beginInTurns } from './request-turns'
import { serveWeb } from './serve-web'
import { requireActor, requireScope } from './session-credentials'
import { registerTransferRoutes } from './transfer-routes'

export interface AppOptions {
  readonly services: Services
  readonly gateway: SocketGateway
  readonly log: FastifyBaseLogger
  /** The built web client; without it only the API is served. */
  readonly webDirectory: string | null
  readonly trustedProxies: readonly string[]
}

/** The socket gives what `GET /api/state` gives, as it changes. */
const EVENTS_SCOPE = 'messages:read'

/** A body larger than this is refused before it is read; documents have a limit of their own. */
const MAX_BODY_BYTES = 1024 * 1024

/** The HTTP server: `/api/*`, and the web client for everything else. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const app: FastifyInstance = fastify({
    loggerInstance: options.log,
    logController: new LogController({ disableRequestLogging: true }),
    // Nothing is logged of a request but what goes wrong, and that names its address: a logger each is made for nothing.
    childLoggerFactory: (log) => log,
    bodyLimit: MAX_BODY_BYTES,
    // Idle connections must not hold up a stop.
    forceCloseConnections: true,
    // Whose addresses are believed when they say for whom they ask; sign-in counts tries by them.
    trustProxy: [...options.trustedProxies],
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (error, request, reply) => answerError(app, error, request, reply as FastifyReply),
  })
  app.setValidatorCompiler(({ schema }) => validate(schema as z.ZodType))
  app.setSerializerCompiler(() => (answer) => JSON.stringify(answer))
  app.setErrorHandler((error, request, reply) => answerError(app, error, request, reply))
  beginInTurns(app)
  limitBodyTime(app)
  readJsonStrictly(app)
  refuseWrongMethods(app)
  await app.register(fastifyMultipart, { limits: multipartLimits })
  addSecurityHeaders(app)
  await registerDocumentation(app, options.services.version)
  registerCommands(app, options.services)
  registerQueries(app, options.services)
  await registerHooks(app, options.services)
  registerTransferRoutes(app, options.services)
  registerFiles(app, options.services)
  registerAvatars(app, options.services)
  await serveWeb(app, options.webDirectory)
  acceptSockets(app, options)
  return app
}

/** Schemas are zod's; what does not fit becomes our own error at once. */
function validate(schema: z.ZodType) {
  return (data: unknown) => {
    const result = schema.safeParse(data)
    return result.success ? { value: result.data } : { error: fromIssues(result.error.issues) }
  }
}

function answerError(app: FastifyInstance, thrown: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const error = asParleyError(thrown)
  if (error.status >= 500) app.log.error({ err: error.cause ?? error, url: request.routeOptions.url }, error.code)
  const body = errorBody(error, preferredLanguage(request.headers['accept-language']))
  reply.status(error.status).headers(errorHeaders(error)).send(body)
}

/** A known address asked by another method; noticed before the body is read. */
function refuseWrongMethods(app: FastifyInstance): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (!request.is404) return done()
    const url = request.url.split('?', 1)[0] ?? ''
    const allowed = app.supportedMethods.filter((method) => app.hasRoute({ method, url }))
    done(allowed.length > 0 ? new ParleyError('method_not_allowed', { allowed }) : undefined)
  })
}

/** JSON in broken UTF-8 is refused: replacing what cannot be read would store something nobody wrote. */
function readJsonStrictly(app: FastifyInstance): void {
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) => {
    try {
      done(null, parseJson(body as Buffer))
    } catch (error) {
      done(error as Error)
    }
  })
}

function parseJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw new ParleyError('invalid_encoding')
  try {
    return JSON.parse(body.toString('utf8'))
  } catch (cause) {
    throw new ParleyError('malformed_json', {}, { cause })
  }
}

const contentSecurityPolicy = [
  "default-src 'self'",
  // Virtual lists and popovers position themselves by style attributes.
  "style-src 'self' 'unsafe-inline'",
  // Pictures that were chosen and are not uploaded yet are shown from memory.
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onSend', (_request, reply, payload, done) => {
    reply.header('x-content-type-options', 'nosniff')
    reply.header('referrer-policy', 'same-origin')
    if (!reply.hasHeader('content-security-policy')) reply.header('content-security-policy', contentSecurityPolicy)
    done(null, payload)
  })
}

function acceptSockets(app: FastifyInstance, { services, gateway }: AppOptions): void {
  app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refuse = (error: unknown) => refuseUpgrade(socket, asParleyError(error))
    socket.on('error', () => socket.destroy())
    const url = addressOf(request)
    if (url?.pathname !== '/api/events')
      return refuse(new ParleyError('not_found', { kind: 'address', id: (request.url ?? '').slice(0, 200) }))
    requireActor(services.sessions, request.headers, { isChanging: true })
      .then(async (actor) => {
        requireScope(actor, EVENTS_SCOPE)
        services.rateLimits.admit('sockets', actor.userId)
        await gateway.accept(actor, request, socket, head, url.searchParams.get('resume') === '1')
        await lookAgain({ services, gateway }, request, actor)
      })
      .catch(refuse)
  })
}

/** Whoever was shut out, or became a guest, while their socket was being opened had none yet that could be closed. */
async function lookAgain(
  { services, gateway }: Pick<AppOptions, 'services' | 'gateway'>,
  { headers }: IncomingMessage,
  actor: Actor,
): Promise<void> {
  try {
    const { role } = await requireActor(services.sessions, headers, { isChanging: true })
    if ((role === 'guest') !== (actor.role === 'guest')) gateway.refresh(actor.userId)
  } catch (error) {
    if (asParleyError(error).code === 'unauthenticated') gateway.closeWhere((other) => other === actor)
    else gateway.refresh(actor.userId)
  }
}

/** Strangers choose the address, and "//" is none: an exception here would end the process. */
function addressOf(request: IncomingMessage): URL | null {
  const base = 'http://localhost'
  return request.url && URL.canParse(request.url, base) ? new URL(request.url, base) : null
}

function refuseUpgrade(socket: Duplex, error: ParleyError): void {
  const body = JSON.stringify(errorBody(error, 'en'))
  const headers = {
    'content-type': 'application/json',
    connection: 'close',
    'content-length': Buffer.byteLength(body),
    ...errorHeaders(error),
  }
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.end(`HTTP/1.1 ${error.status} Refused\r\n${lines.join('')}\r\n${body}`)
}
