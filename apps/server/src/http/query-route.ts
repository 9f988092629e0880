import {
  type Access,
  endpointScopes,
  ParleyError,
  type QueryDefinition,
  type QueryName,
  queries,
} from '@parley/protocol'
import type { FastifyInstance, FastifyRequest } from 'fastify'
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
      handler: (request) => answer(name, services, request),
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

async function answer(name: QueryName, services: Services, request: FastifyRequest) {
  if (isPublic(name)) return publicQueryHandlers[name](services)
  if (!request.actor) throw new ParleyError('unauthenticated')
  // The schema of this very query has parsed the input; the table pairs each handler with its own.
  return queryHandlers[name](services, request.actor, request.query as never)
}

const isPublic = (name: QueryName): name is keyof typeof publicQueryHandlers => name in publicQueryHandlers
