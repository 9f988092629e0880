import { extname } from 'node:path'
import type { MultipartFile } from '@fastify/multipart'
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

/** Two, so that a second file is seen and refused by name. */
export const multipartLimits = { fileSize: 20 * 1024 * 1024, files: 2, fields: 10 } as const

/** Turns `multipart/form-data` with a `file` into the JSON body of `knowledge.addDocument`. */
export async function readUpload(request: FastifyRequest): Promise<void> {
  if (!request.isMultipart()) return
  const { file, texts } = await readForm(request)
  if (!file) throw refusedPart('file', 'a file is missing')
  const title = texts.get('title') || file.name.replace(/\.[^.]+$/, '')
  const collectionId = texts.get('collectionId')
  request.body = { title, text: decode(file.bytes), mimeType: file.mimeType, ...(collectionId && { collectionId }) }
}

interface Form {
  readonly file: ReceivedFile | null
  readonly texts: ReadonlyMap<string, string>
}

interface ReceivedFile {
  readonly name: string
  readonly mimeType: string
  readonly bytes: Buffer
}

/** Every part once: what a form says twice cannot be meant twice, and dropping one of them would hide it. */
async function readForm(request: FastifyRequest): Promise<Form> {
  let file: ReceivedFile | null = null
  const texts = new Map<string, string>()
  const parts = request.parts()
  for (let part = await received(parts.next()); !part.done; part = await received(parts.next())) {
    const { value } = part
    if (texts.has(value.fieldname) || (file && value.fieldname === 'file')) {
      throw refusedPart(value.fieldname, 'given more than once')
    }
    if (value.type === 'file') file = await readFile(value)
    else if (value.fieldname === 'file') throw refusedPart('file', 'must be a file')
    else texts.set(value.fieldname, String(value.value ?? ''))
  }
  return { file, texts }
}

async function readFile(part: MultipartFile): Promise<ReceivedFile> {
  if (part.fieldname !== 'file') throw refusedPart(part.fieldname, 'the file belongs in "file"')
  const mimeType = mimeTypes[extname(part.filename).toLowerCase()]
  if (!mimeType) throw new ParleyError('unsupported_media_type', { fileName: part.filename.slice(0, 200) })
  return { name: part.filename, mimeType, bytes: await received(part.toBuffer()) }
}

const refusedPart = (name: string, problem: string) => {
  const field = name.slice(0, 200)
  return new ParleyError('invalid_request', { field, issues: [{ field, problem }] })
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
