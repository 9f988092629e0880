import {
  type Access,
  type CommandAnswer,
  type CommandDefinition,
  type CommandName,
  commands,
  endpointScopes,
  ParleyError,
} from '@parley/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Actor } from '../actor'
import { networkOf } from '../commands/session/network-of'
import { kindOfCommand } from '../rate-limits'
import type { Services } from '../services'
import { commandHandlers, type PublicCommandName, publicCommandHandlers } from './command-table'
import { answerUpload } from './document-upload'
import { routeSchema } from './openapi'
import {
  DEVICE_COOKIE,
  deviceCookie,
  isSameSite,
  requireAccess,
  requireActor,
  requireScope,
  SESSION_COOKIE,
} from './session-credentials'

/** Documents may be larger than other bodies: five million characters, of up to four bytes. */
const MAX_DOCUMENT_BYTES = 24 * 1024 * 1024

/** One `POST /api/<name>` a command: session → actor, body → schema, then the command's own function. */
export function registerCommands(app: FastifyInstance, services: Services): void {
  for (const name of Object.keys(commands) as CommandName[]) {
    const definition: CommandDefinition<CommandName, z.ZodType, z.ZodType> = commands[name]
    app.route({
      method: 'POST',
      url: `/api/${name}`,
      schema: { ...routeSchema(definition), body: definition.body },
      ...(name === 'knowledge.addDocument' && { bodyLimit: MAX_DOCUMENT_BYTES, preValidation: answerUpload(services) }),
      // Before the body is read: strangers do not get to send 24 MB.
      onRequest: async (request) => {
        request.actor = definition.access === 'public' ? null : await admit(services, request, definition)
      },
      handler: (request, reply) => answer(name, services, request, reply),
    })
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking; null where anybody may. */
    actor: Actor | null
  }
}

async function admit(
  services: Services,
  request: FastifyRequest,
  { name, access }: { readonly name: CommandName; readonly access: Access },
): Promise<Actor> {
  const actor = await requireActor(services.sessions, request.headers, { isChanging: true })
  requireScope(actor, endpointScopes[name])
  requireAccess(actor, access)
  services.rateLimits.admit(kindOfCommand(name), actor.userId)
  return actor
}

async function answer(name: CommandName, services: Services, request: FastifyRequest, reply: FastifyReply) {
  if (isPublic(name)) {
    const session = await publicCommandHandlers[name](services, request.body as never, visitorOf(request))
    return withCookies(services, session, request, reply)
  }
  if (!request.actor) throw new ParleyError('unauthenticated')
  // The schema of this very command has parsed the body; the table pairs each handler with its own.
  const result = await commandHandlers[name](services, request.actor, request.body as never)
  if (name === 'auth.signOut') reply.header('set-cookie', `${SESSION_COOKIE}=; Path=/; Max-Age=0`)
  return result
}

const isPublic = (name: CommandName): name is keyof typeof publicCommandHandlers => name in publicCommandHandlers

const DAY_SECONDS = 24 * 60 * 60
const SESSION_SECONDS = 30 * DAY_SECONDS
const DEVICE_SECONDS = 400 * DAY_SECONDS

const visitorOf = ({ ip, headers }: FastifyRequest) => ({
  network: networkOf(ip),
  device: isSameSite(headers) ? deviceCookie(headers) : null,
})

/**
 * Browsers keep the session in a cookie that scripts cannot read, and beside it what tells them from strangers at the
 * next sign-in; programs use the token of the answer.
 */
function withCookies(
  { knownDevices }: Services,
  session: CommandAnswer<PublicCommandName>,
  request: FastifyRequest,
  reply: FastifyReply,
): CommandAnswer<PublicCommandName> {
  if (!isSameSite(request.headers)) return session
  const secure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : ''
  const cookie = (name: string, value: string, path: string, seconds: number) =>
    `${name}=${value}; Path=${path}; HttpOnly; SameSite=Lax; Max-Age=${seconds}${secure}`
  reply.header('set-cookie', [
    cookie(SESSION_COOKIE, session.token, '/', SESSION_SECONDS),
    cookie(DEVICE_COOKIE, knownDevices.issue(session.user.email ?? ''), '/api/auth.signIn', DEVICE_SECONDS),
  ])
  return session
}
