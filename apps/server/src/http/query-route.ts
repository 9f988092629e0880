import {
  type Access,
  endpointScopes,
  ParleyError,
  type QueryDefinition,
  type QueryName,
  queries,
} from '@parley/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Services } from '../services'
import { routeSchema } from './openapi'
import { publicQueryHandlers, queryHandlers } from './query-table'
import { requireAccess, requireActor, requireScope } from './session-credentials'

/** One `GET /api/<name>` a query. */
export function registerQueries(app: FastifyInstance, services: Services): void {
  for (const name of Object.keys(queries) as QueryName[]) {
    const definition: QueryDefinition<QueryName, z.ZodType, z.ZodType> = queries[name]
    app.route({
      method: 'GET',
      url: `/api/${name}`,
      schema: { ...routeSchema(definition), querystring: definition.input },
      onRequest: async (request, reply) => {
        reply.header('cache-control', 'no-store')
        request.actor = definition.access === 'public' ? null : await admit(services, request, definition)
      },
      handler: (request, reply) => answer(name, services, request, reply),
    })
  }
}

interface Asked {
  readonly name: QueryName
  readonly access: Access
}

async function admit(services: Services, request: FastifyRequest, { name, access }: Asked) {
  const actor = await requireActor(services.sessions, request.headers, { isChanging: false })
  requireScope(actor, endpointScopes[name])
  requireAccess(actor, access)
  return actor
}

async function answer(name: QueryName, services: Services, request: FastifyRequest, reply: FastifyReply) {
  if (isPublic(name)) return publicQueryHandlers[name](services)
  if (!request.actor) throw new ParleyError('unauthenticated')
  // The schema of this very query has parsed the input; the table pairs each handler with its own.
  const signal = untilGone(reply)
  try {
    return await queryHandlers[name](services, request.actor, request.query as never, signal)
  } catch (error) {
    // Nobody is there to be told, and giving up is no fault worth a line in the log; what went wrong otherwise is.
    if (!signal.aborted || !isGivingUp(error)) throw error
    reply.hijack()
  }
}

const isGivingUp = (error: unknown) => error instanceof Error && error.name === 'AbortError'

/** Aborted when the connection closes before the answer: a page that was left, a panel that was closed. */
function untilGone({ raw }: FastifyReply): AbortSignal {
  const gone = new AbortController()
  raw.once('close', () => {
    if (!raw.writableFinished) gone.abort()
  })
  return gone.signal
}

const isPublic = (name: QueryName): name is keyof typeof publicQueryHandlers => name in publicQueryHandlers
