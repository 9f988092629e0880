import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import { type CommandDefinition, ErrorBody, endpointScopes, errorTable, type QueryDefinition } from '@parley/protocol'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform } from 'fastify-type-provider-zod'
import type { z } from 'zod'

type Definition = CommandDefinition<string, z.ZodType, z.ZodType> | QueryDefinition<string, z.ZodType, z.ZodType>

/** `/api/openapi.json`, made from the schemas that requests are checked with, and `/api/docs` to read it. */
export async function registerDocumentation(app: FastifyInstance, version: string): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Parley',
        version,
        description:
          'Commands are `POST /api/<noun>.<verb>` with a JSON body, queries are `GET`. Events come by WebSocket from `/api/events`.',
      },
      components: {
        securitySchemes: {
          token: {
            type: 'http',
            scheme: 'bearer',
            description: 'A session’s token, or an access token (`prl_…`) that has the scope of the endpoint.',
          },
          session: { type: 'apiKey', in: 'cookie', name: 'parley_session' },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(fastifySwaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

/** What an access token needs. */
function scopeNote(name: keyof typeof endpointScopes) {
  const scope = endpointScopes[name]
  if (scope === 'open') return {}
  return {
    description: scope === 'session' ? 'Not for access tokens.' : `Scope of access tokens: \`${scope}\``,
  }
}

/** What the documentation says of an endpoint beside its input. */
export function routeSchema(definition: Definition) {
  const statuses = new Set(definition.errors.map((code) => errorTable[code].status))
  if (definition.access !== 'public') statuses.add(401)
  if (definition.kind === 'command') statuses.add(429)
  const refusals = [400, ...statuses].map((status) => [status, ErrorBody] as const)
  return {
    summary: definition.summary,
    ...scopeNote(definition.name as keyof typeof endpointScopes),
    tags: [definition.name.includes('.') ? (definition.name.split('.')[0] ?? '') : 'server'],
    ...(definition.access !== 'public' && { security: [{ token: [] }, { session: [] }] }),
    response: { 200: definition.answer, ...Object.fromEntries(refusals) },
  }
}
