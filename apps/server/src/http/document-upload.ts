import type { MultipartFile } from '@fastify/multipart'
import { commands, ParleyError } from '@parley/protocol'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { takeIn } from '../commands/knowledge/add-document'
import type { Services } from '../services'

/** Two, so that a second file is seen and refused by name. */
export const multipartLimits = { fileSize: 50 * 1024 * 1024, files: 2, fields: 10 } as const

/**
 * Answers `knowledge.addDocument` as `multipart/form-data` with a `file`; JSON goes on to the command. The file's format
 * is told by its bytes.
 */
export const answerUpload = (services: Services) => async (request: FastifyRequest, reply: FastifyReply) => {
  if (!request.isMultipart() || !request.actor) return
  const { file, texts } = await readForm(request)
  if (!file) throw refusedPart('file', 'a file is missing')
  const title = fieldOf('title', texts.get('title') || titleOf(file.name))
  const collectionId = fieldOf('collectionId', texts.get('collectionId') || undefined)
  const documentId = fieldOf('documentId', texts.get('documentId') || undefined)
  const fileName = file.name.slice(0, LONGEST_TITLE).toWellFormed()
  const incoming = { title, collectionId, documentId, fileName, content: { fileName, bytes: file.bytes } }
  return reply.send(await takeIn(services, request.actor, incoming))
}

const { shape } = commands['knowledge.addDocument'].body

/** As the same field is checked in JSON. */
function fieldOf<Name extends 'title' | 'collectionId' | 'documentId'>(name: Name, value: string | undefined) {
  const parsed = shape[name].safeParse(value)
  if (!parsed.success) throw refusedPart(name, parsed.error.issues[0]?.message ?? 'refused')
  return parsed.data as ReturnType<(typeof shape)[Name]['parse']>
}

const LONGEST_TITLE = 300

const titleOf = (fileName: string): string =>
  fileName
    .replace(/\.[^.]+$/, '')
    .slice(0, LONGEST_TITLE)
    .toWellFormed()

interface Form {
  readonly file: ReceivedFile | null
  readonly texts: ReadonlyMap<string, string>
}

interface ReceivedFile {
  readonly name: string
  readonly bytes: Uint8Array
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
  // Bytes of their own: a buffer from the pool would travel to the thread with all of the pool.
  return { name: part.filename, bytes: new Uint8Array(await received(part.toBuffer())) }
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
