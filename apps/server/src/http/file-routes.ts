import type { Readable } from 'node:stream'
import { FileId, ParleyError, UploadState } from '@parley/protocol'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Actor } from '../actor'
import { receiveBytes } from '../commands/files/receive-bytes'
import { thumbnailKey } from '../files/file-services'
import { selectReadableFiles } from '../policies/access'
import type { Services } from '../services'
import type { FileRow } from '../store/files'
import { contentDisposition } from './content-disposition'
import { parseRange } from './parse-range'
import { requireActor, requireScope } from './session-credentials'
import { whilePermitted } from './while-permitted'

const Address = z.object({ fileId: FileId })
const Place = z.object({ offset: z.coerce.number().int().min(0) })
const ACCESS = [{ token: [] }, { session: [] }]

/** The bytes of files: `PUT` adds to one's own, `GET` reads what may be read. */
export function registerFiles(app: FastifyInstance, services: Services): void {
  // As it comes: it is written to the disk, never held in memory.
  app.addContentTypeParser('application/octet-stream', (_request, bytes, done) => done(null, bytes))
  app.route({
    method: 'PUT',
    url: '/api/files/:fileId',
    schema: {
      summary: 'Add bytes to an upload, as application/octet-stream, behind those that are there',
      ...{ tags: ['files'], security: ACCESS, params: Address, querystring: Place, response: { 200: UploadState } },
    },
    bodyLimit: services.files.maxBytes + 1,
    onRequest: async (request) => {
      request.actor = await requireActor(services.sessions, request.headers, { isChanging: true })
      requireScope(request.actor, 'messages:write')
      services.rateLimits.admit('uploads', request.actor.userId)
    },
    handler: (request) => receive(services, request),
  })
  for (const form of ['file', 'thumbnail'] as const) serve(app, services, form)
}

function receive(services: Services, request: FastifyRequest): Promise<UploadState> {
  const { fileId } = request.params as z.output<typeof Address>
  const { offset } = request.query as z.output<typeof Place>
  if (!request.actor) throw new ParleyError('unauthenticated')
  if (!request.body) throw new ParleyError('unsupported_media_type', { expected: 'application/octet-stream' })
  return receiveBytes(services, request.actor, { fileId, offset, bytes: request.body as Readable })
}

type Form = 'file' | 'thumbnail'

function serve(app: FastifyInstance, services: Services, form: Form): void {
  app.route({
    method: 'GET',
    url: form === 'file' ? '/api/files/:fileId' : '/api/files/:fileId/thumbnail',
    schema: {
      summary: form === 'file' ? 'A file, as an attachment; ranges are answered' : "An image's smaller form, as WebP",
      ...{ tags: ['files'], security: ACCESS, params: Address },
    },
    handler: async (request, reply) => {
      const { fileId } = request.params as z.output<typeof Address>
      const find = () => findReadable(services, request, fileId)
      const row = await find()
      if (!row || (form === 'thumbnail' && row.width === null))
        throw new ParleyError('not_found', { kind: 'file', id: fileId })
      if (request.headers['if-none-match'] === etagOf(row, form)) return reply.code(304).send()
      const bytes = await open(services, request, reply, row, form)
      setHeaders(reply, row, form)
      return reply.send(whilePermitted(bytes, async () => (await find()) !== undefined))
    },
  })
}

async function findReadable(services: Services, request: FastifyRequest, fileId: string): Promise<FileRow | undefined> {
  const actor: Actor = await requireActor(services.sessions, request.headers, { isChanging: false })
  requireScope(actor, 'messages:read')
  return selectReadableFiles(services.store.rows, actor).where('files.id', '=', fileId).executeTakeFirst()
}

/** Types that a browser may draw inside a page; nothing else is called what it is. */
const DRAWN = /^image\/(jpeg|png|apng|webp|gif|avif)$/

/** Whatever it contains, it is saved or drawn, and never run: not as a page, not as a script, not from elsewhere. */
function setHeaders(reply: FastifyReply, row: FileRow, form: Form): void {
  const drawn = DRAWN.test(row.mime_type) ? row.mime_type : 'application/octet-stream'
  reply.headers({
    'content-type': form === 'thumbnail' ? 'image/webp' : drawn,
    'content-disposition': contentDisposition(row.name),
    'content-security-policy': "default-src 'none'; sandbox",
    'cross-origin-resource-policy': 'same-origin',
    // Kept by the reader's browser, and asked for again every time: permission may be gone.
    'cache-control': 'private, no-cache',
    etag: etagOf(row, form),
  })
}

/** What a file contains never changes. */
const etagOf = ({ id }: FileRow, form: Form) => `"${id}${form === 'thumbnail' ? '-t' : ''}"`

async function open(services: Services, request: FastifyRequest, reply: FastifyReply, row: FileRow, form: Form) {
  const { storage } = services.files
  const range = form === 'file' ? parseRange(request.headers.range, row.size) : null
  if (range === 'unsatisfiable') {
    reply.header('content-range', `bytes */${row.size}`)
    throw new ParleyError('range_not_satisfiable', { size: row.size })
  }
  if (form === 'file') reply.header('accept-ranges', 'bytes').header('content-length', lengthOf(range, row.size))
  if (range) reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${row.size}`)
  const bytes = await storage.open(form === 'file' ? row.id : thumbnailKey(row.id), range ?? undefined)
  if (!bytes) throw new ParleyError('not_found', { kind: 'file', id: row.id })
  return bytes
}

const lengthOf = (range: { start: number; end: number } | null, size: number) =>
  range ? range.end - range.start + 1 : size
