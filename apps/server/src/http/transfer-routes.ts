import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { ParleyError, TransferId, UploadedArchive } from '@parley/protocol'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Services } from '../services'
import { takeArchive } from '../transfers/take-archive'
import { requireAccess, requireActor, requireScope } from './session-credentials'
import { whilePermitted } from './while-permitted'

/** Larger than any archive that a disk here would take; what fills the disk is refused as it comes. */
const MAX_ARCHIVE_BYTES = 200 * 1024 * 1024 * 1024

/** Archives come and go as they are, not as JSON. `file-routes.ts` hands bytes on unread. */
export function registerTransferRoutes(app: FastifyInstance, services: Services): void {
  registerUpload(app, services)
  registerDownload(app, services)
}

function registerUpload(app: FastifyInstance, services: Services): void {
  app.route({
    method: 'POST',
    url: '/api/imports.upload',
    bodyLimit: MAX_ARCHIVE_BYTES,
    schema: {
      summary: 'Send the archive for `imports.start`, as application/octet-stream',
      tags: ['imports'],
      response: { 200: UploadedArchive },
    },
    onRequest: async (request) => {
      const actor = await requireActor(services.sessions, request.headers, { isChanging: true })
      requireScope(actor, 'admin')
      requireAccess(actor, 'administrator')
      services.rateLimits.admit('writes', actor.userId)
    },
    handler: async (request: FastifyRequest) => {
      if (!(request.body instanceof Readable))
        throw new ParleyError('unsupported_media_type', { expected: 'application/octet-stream' })
      const { id, size } = await services.transfers.files.keep(request.body)
      return { archiveId: id, size }
    },
  })
}

const downloadInput = z.object({ transferId: TransferId })

function registerDownload(app: FastifyInstance, services: Services): void {
  app.route({
    method: 'GET',
    url: '/api/exports.download',
    schema: {
      summary: 'The archive of an export that is done, as a zip',
      tags: ['exports'],
      querystring: downloadInput,
    },
    handler: async (request, reply) => {
      const { transferId } = request.query as z.infer<typeof downloadInput>
      const take = async () => {
        const actor = await requireActor(services.sessions, request.headers, { isChanging: false })
        requireScope(actor, 'session')
        return takeArchive(services, actor, transferId)
      }
      const { path, size, madeAt } = await take()
      return reply
        .headers({
          'content-type': 'application/zip',
          'content-length': size,
          'content-disposition': `attachment; filename="parley-${madeAt.toISOString().slice(0, 10)}.zip"`,
          'cache-control': 'no-store',
        })
        .send(whilePermitted(createReadStream(path), () => take().then(() => true)))
    },
  })
}
