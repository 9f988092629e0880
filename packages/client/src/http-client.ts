import {
  type CommandAnswer,
  type CommandBody,
  type CommandName,
  type Language,
  type QueryAnswer,
  type QueryName,
  type QueryParameters,
  UploadedArchive,
  UploadState,
} from '@parley/protocol'
import { ConnectionError, UnexpectedAnswerError } from './connection-error'
import { commandNamed, queryNamed } from './endpoint-named'
import { newClientId } from './new-client-id'
import { readError } from './read-error'
import { isKnownAgain, repeatWhileLost } from './repeat-while-lost'

export interface HttpClientOptions {
  /** Where the server is, such as `https://parley.example.org`; in a browser `location.origin`. */
  readonly baseUrl: string
  /** For bots and tools. A browser leaves it out and is known by its session cookie. */
  readonly token?: string
  readonly fetch?: typeof fetch
  /** The language of error messages; a function is asked at every call. */
  readonly language?: Language | (() => Language)
  readonly timeoutMs?: number
}

export interface CallOptions {
  readonly signal?: AbortSignal
}

export interface DocumentUpload {
  readonly file: Blob
  readonly fileName: string
  readonly title?: string
  readonly collectionId?: string
  /** What it is the next version of. */
  readonly documentId?: string
}

export interface UploadPart {
  readonly fileId: string
  readonly offset: number
  readonly bytes: Blob
}

/**
 * Every call throws `ParleyError` when the server refuses, `ConnectionError` when it cannot be reached. A command that
 * takes a `clientCommandId` is given again by itself when its answer was lost, under an id of its own where it has none.
 */
export interface HttpClient {
  command<Name extends CommandName>(
    name: Name,
    body: CommandBody<Name>,
    options?: CallOptions,
  ): Promise<CommandAnswer<Name>>
  query<Name extends QueryName>(
    name: Name,
    parameters: QueryParameters<Name>,
    options?: CallOptions,
  ): Promise<QueryAnswer<Name>>
  /** Sends an archive for `imports.start`; it may take as long as it takes. */
  uploadArchive(archive: Blob | ReadableStream<Uint8Array>, options?: CallOptions): Promise<UploadedArchive>
  /** The zip of an export that is done, as it comes. */
  downloadExport(transferId: string, options?: CallOptions): Promise<ReadableStream<Uint8Array>>
  /** Adds bytes to an upload that `files.begin` announced, behind the first `offset` ones. */
  uploadBytes(part: UploadPart, options?: CallOptions): Promise<UploadState>
  /** `knowledge.addDocument` with a file, as multipart/form-data. */
  uploadDocument(upload: DocumentUpload, options?: CallOptions): Promise<CommandAnswer<'knowledge.addDocument'>>
}

const DEFAULT_TIMEOUT_MS = 30_000
/** Thousands of pages are read, and every passage is encoded, before the answer. */
const LONGEST_READING_MS = 15 * 60 * 1000
const LONGEST_TRANSFER_MS = 24 * 60 * 60 * 1000
const archiveHeaders = { 'content-type': 'application/octet-stream' }

export function createHttpClient(options: HttpClientOptions): HttpClient {
  const call = (path: string, init: RequestInit, callOptions?: CallOptions) =>
    fetchJson(options, path, init, callOptions)
  return {
    command: async (name, body, callOptions) => {
      const command = await commandNamed(name)
      const give = (given: object) => call(name, jsonInit(given), callOptions)
      const known = isKnownAgain(command) && { clientCommandId: newClientId(), ...body }
      const json = await (known ? repeatWhileLost(() => give(known)) : give(body))
      return parseAnswer(name, command.answer, json)
    },
    query: async (name, parameters, callOptions) => {
      const { answer } = await queryNamed(name)
      const json = await call(name + searchOf(parameters), { method: 'GET' }, callOptions)
      return parseAnswer(name, answer, json)
    },
    uploadArchive: async (archive, callOptions) => {
      // A stream is sent while it is read (`duplex`, which the types of the DOM do not know yet).
      const init = { method: 'POST', headers: archiveHeaders, body: archive, duplex: 'half' } as RequestInit
      const json = await fetchJson({ ...options, timeoutMs: LONGEST_TRANSFER_MS }, 'imports.upload', init, callOptions)
      return parseAnswer('imports.upload', UploadedArchive, json)
    },
    downloadExport: async (transferId, callOptions) => {
      const address = `exports.download${searchOf({ transferId })}`
      const response = await reach(
        { ...options, timeoutMs: LONGEST_TRANSFER_MS },
        address,
        { method: 'GET' },
        callOptions,
      )
      if (!response.ok) throw readError(response.status, await readJson(response))
      if (!response.body) throw new ConnectionError('the archive came without bytes')
      return response.body
    },
    uploadBytes: async ({ fileId, offset, bytes }, callOptions) => {
      const init = { method: 'PUT', headers: { 'content-type': 'application/octet-stream' }, body: bytes }
      return parseAnswer('an upload', UploadState, await call(`files/${fileId}?offset=${offset}`, init, callOptions))
    },
    uploadDocument: async (upload, callOptions) => {
      const init = { method: 'POST', body: formOf(upload) }
      const json = await fetchJson(
        { ...options, timeoutMs: LONGEST_READING_MS },
        'knowledge.addDocument',
        init,
        callOptions,
      )
      return parseAnswer('knowledge.addDocument', (await commandNamed('knowledge.addDocument')).answer, json)
    },
  }
}

async function fetchJson(options: HttpClientOptions, path: string, init: RequestInit, callOptions?: CallOptions) {
  const response = await reach(options, path, init, callOptions)
  const json = await readJson(response)
  if (!response.ok) throw readError(response.status, json)
  if (json === undefined) throw new ConnectionError(`the answer to ${path} is not JSON`)
  return json
}

async function reach(options: HttpClientOptions, path: string, init: RequestInit, callOptions?: CallOptions) {
  // Called as a plain function: a browser's fetch refuses any other `this`.
  const { fetch = globalThis.fetch, timeoutMs = DEFAULT_TIMEOUT_MS } = options
  const timeout = AbortSignal.timeout(timeoutMs)
  const signal = callOptions?.signal ? AbortSignal.any([callOptions.signal, timeout]) : timeout
  const headers = { ...headersOf(options), ...init.headers }
  try {
    return await fetch(new URL(`/api/${path}`, options.baseUrl), {
      ...init,
      headers,
      signal,
      credentials: 'same-origin',
    })
  } catch (error) {
    if (callOptions?.signal?.aborted) throw error
    throw new ConnectionError(`the server could not be reached for ${path}`, { cause: error })
  }
}

function headersOf({ token, language }: HttpClientOptions): Record<string, string> {
  const wanted = typeof language === 'function' ? language() : language
  return {
    accept: 'application/json',
    ...(token && { authorization: `Bearer ${token}` }),
    ...(wanted && { 'accept-language': wanted }),
  }
}

const jsonInit = (body: unknown) => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

function searchOf(parameters: Readonly<Record<string, unknown>>): string {
  const given = Object.entries(parameters).filter(([, value]) => value !== undefined)
  const search = new URLSearchParams(given.map(([name, value]): [string, string] => [name, String(value)]))
  return given.length > 0 ? `?${search}` : ''
}

function formOf({ file, fileName, title, collectionId, documentId }: DocumentUpload): FormData {
  const form = new FormData()
  // Fields come before the file: a server that streams knows them by the time the file arrives.
  if (title !== undefined) form.set('title', title)
  if (collectionId !== undefined) form.set('collectionId', collectionId)
  if (documentId !== undefined) form.set('documentId', documentId)
  form.set('file', file, fileName)
  return form
}

/** The answer's JSON, or undefined when it is none. */
async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch((error: unknown) => {
    throw new ConnectionError('the answer broke off', { cause: error })
  })
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

interface AnswerSchema {
  safeParse(json: unknown): { success: true; data: unknown } | { success: false; error: Error }
}

/** The type parameter is the schema's own output, which TypeScript cannot follow through the table of endpoints. */
function parseAnswer<Answer>(name: string, schema: AnswerSchema, json: unknown): Answer {
  const parsed = schema.safeParse(json)
  if (parsed.success) return parsed.data as Answer
  throw new UnexpectedAnswerError(`the answer to ${name} is not what the contract says`, { cause: parsed.error })
}
