import fastifySwagger from '@fastify/swagger'
import fastifySwaggerUi from '@fastify/swagger-ui'
import { type CommandDefinition, ErrorBody, errorTable, type QueryDefinition } from '@parley/protocol'
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
          token: { type: 'http', scheme: 'bearer' },
          session: { type: 'apiKey', in: 'cookie', name: 'parley_session' },
        },
      },
    },
    transform: jsonSchemaTransform,
  })
  await app.register(fastifySwaggerUi, { routePrefix: '/api/docs', staticCSP: true })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

/** What the documentation says of an endpoint beside its input. */
export function routeSchema(definition: Definition) {
  const statuses = new Set(definition.errors.map((code) => errorTable[code].status))
  if (definition.access !== 'public') statuses.add(401)
  if (definition.kind === 'command') statuses.add(429)
  const refusals = [400, ...statuses].map((status) => [status, ErrorBody] as const)
  return {
    summary: definition.summary,
    tags: [definition.name.includes('.') ? (definition.name.split('.')[0] ?? '') : 'server'],
    ...(definition.access !== 'public' && { security: [{ token: [] }, { session: [] }] }),
    response: { 200: definition.answer, ...Object.fromEntries(refusals) },
  }
}
