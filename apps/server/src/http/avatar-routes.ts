import type { Readable } from 'node:stream'
import { ParleyError, UserId } from '@parley/protocol'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { avatarKey, avatarSizes } from '../files/avatar-keys'
import { selectVisiblePeople } from '../policies/visible-people'
import type { Services } from '../services'
import { requireActor, requireScope } from './session-credentials'

const Address = z.object({ userId: UserId, avatarId: z.uuid(), size: z.enum(avatarSizes) })

/** Pictures of people. Another picture has another address, so browsers ask for each once. */
export function registerAvatars(app: FastifyInstance, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/avatars/:userId/:avatarId/:size',
    schema: {
      summary: 'The picture of a person or a bot, as WebP, 96 (small) or 256 (large) pixels wide',
      ...{ tags: ['users'], security: [{ token: [] }, { session: [] }], params: Address },
    },
    handler: async (request, reply) => {
      const bytes = await openVisible(services, request)
      reply.headers({
        'content-type': 'image/webp',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'private, max-age=31536000, immutable',
      })
      return reply.send(bytes)
    },
  })
}

/** Those whom the reader may know of, and only what they show now. */
async function openVisible({ sessions, store, files }: Services, request: FastifyRequest): Promise<Readable> {
  const actor = await requireActor(sessions, request.headers, { isChanging: false })
  requireScope(actor, 'messages:read')
  const { userId, avatarId, size } = request.params as z.output<typeof Address>
  const shown = await selectVisiblePeople(store.rows, actor)
    .where('users.id', '=', userId)
    .where('users.avatar_id', '=', avatarId)
    .executeTakeFirst()
  const bytes = shown && (await files.storage.open(avatarKey(avatarId, size)))
  if (!bytes) throw new ParleyError('not_found', { kind: 'file', id: avatarId })
  return bytes
}
