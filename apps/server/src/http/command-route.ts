import {
  type Access,
  type CommandDefinition,
  type CommandName,
  commands,
  endpointScopes,
  ParleyError,
} from '@parley/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Actor } from '../actor'
import { kindOfCommand } from '../rate-limits'
import type { Services } from '../services'
import { commandHandlers, publicCommandHandlers } from './command-table'
import { answerUpload } from './document-upload'
import { routeSchema } from './openapi'
import { isSameSite, requireAccess, requireActor, requireScope, SESSION_COOKIE } from './session-credentials'

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
    const session = await publicCommandHandlers[name](services, request.body as never)
    return withSessionCookie(session, request, reply)
  }
  if (!request.actor) throw new ParleyError('unauthenticated')
  // The schema of this very command has parsed the body; the table pairs each handler with its own.
  const result = await commandHandlers[name](services, request.actor, request.body as never)
  if (name === 'auth.signOut') reply.header('set-cookie', `${SESSION_COOKIE}=; Path=/; Max-Age=0`)
  return result
}

const isPublic = (name: CommandName): name is keyof typeof publicCommandHandlers => name in publicCommandHandlers

const COOKIE_SECONDS = 30 * 24 * 60 * 60

/** Browsers keep the session in a cookie that scripts cannot read; programs use the token of the answer. */
function withSessionCookie<Session extends { token: string }>(
  session: Session,
  request: FastifyRequest,
  reply: FastifyReply,
): Session {
  if (!isSameSite(request.headers)) return session
  const secure = request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https' ? '; Secure' : ''
  reply.header(
    'set-cookie',
    `${SESSION_COOKIE}=${session.token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${COOKIE_SECONDS}${secure}`,
  )
  return session
}
