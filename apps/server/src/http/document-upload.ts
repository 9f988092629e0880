import { extname } from 'node:path'
import { decodeDocument, UnreadableDocumentError } from '@parley/knowledge'
import { ParleyError } from '@parley/protocol'
import type { FastifyRequest } from 'fastify'

const mimeTypes: Readonly<Record<string, string>> = {
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.html': 'text/html',
  '.htm': 'text/html',
}

/** Turns `multipart/form-data` with a `file` into the JSON body of `knowledge.addDocument`. */
export async function readUpload(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return
  const file = await received(request.file())
  if (file?.fieldname !== 'file') throw new ParleyError('invalid_request', { field: 'file', issues: [] })
  const mimeType = mimeTypes[extname(file.filename).toLowerCase()]
  if (!mimeType) throw new ParleyError('unsupported_media_type', { fileName: file.filename.slice(0, 200) })
  const text = decode(await received(file.toBuffer()))
  const field = (name: string) => fieldText(file.fields[name])
  const title = field('title') ?? file.filename.replace(/\.[^.]+$/, '')
  const collectionId = field('collectionId')
  request.body = { title, text, mimeType, ...(collectionId && { collectionId }) }
}

/** What goes wrong in taking a form apart is the form's fault; the parser's own errors carry no status. */
async function received<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part
  } catch (cause) {
    if (cause instanceof Error && 'statusCode' in cause) throw cause
    throw new ParleyError('invalid_request', { field: 'file', issues: [] }, { cause })
  }
}

function decode(bytes: Buffer): string {
  try {
    return decodeDocument(bytes)
  } catch (error) {
    if (error instanceof UnreadableDocumentError) throw new ParleyError('unreadable_document', { reason: error.reason })
    throw error
  }
}

function fieldText(field: unknown): string | undefined {
  if (typeof field !== 'object' || field === null || !('value' in field)) return undefined
  return typeof field.value === 'string' && field.value ? field.value : undefined
}
