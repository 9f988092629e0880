import { type FileInfo, ParleyError, type UploadState } from '@parley/protocol'
import { backoffMs } from './backoff'
import { type Clock, systemClock } from './clock'
import { ConnectionError } from './connection-error'
import type { HttpClient } from './http-client'
import { waitMs } from './try-send'
import { createWaiting } from './waiting'

export interface FileUpload {
  readonly name: string
  readonly bytes: Blob
  /** The same one finds the same upload again, also after a reload. */
  readonly clientFileId: string
  readonly signal?: AbortSignal
  /** As soon as the server knows of it, and after every part. */
  readonly onProgress?: (state: UploadState) => void
}

export interface UploadOptions {
  readonly http: Pick<HttpClient, 'command' | 'uploadBytes'>
  readonly clock?: Clock
  readonly random?: () => number
}

/** So much at once: little enough that a part arrives within its time on a slow line. */
const PART_BYTES = 1024 * 1024

/**
 * Uploads a file, part by part, until the server has looked at all of it. Lost connections and a server that is away
 * are waited for; what has arrived before is not sent again.
 *
 * @throws ParleyError when the server refuses; the signal's reason when it is aborted.
 */
export async function uploadFile(upload: FileUpload, options: UploadOptions): Promise<FileInfo> {
  const { clock = systemClock, random = Math.random } = options
  const waiting = createWaiting(clock)
  const signal = upload.signal ?? new AbortController().signal
  let failures = 0
  for (;;) {
    try {
      return await goOn(upload, options.http, () => {
        failures = 0
      })
    } catch (error) {
      signal.throwIfAborted()
      const notBeforeMs = retryAfterMs(error)
      if (notBeforeMs === null) throw error
      failures += 1
      await waiting.pause(Math.max(backoffMs(failures, random), notBeforeMs), signal)
      signal.throwIfAborted()
    }
  }
}

/** From where the server stands, to the end. */
async function goOn(upload: FileUpload, http: UploadOptions['http'], onPart: () => void): Promise<FileInfo> {
  const { name, bytes, clientFileId, onProgress } = upload
  const call = upload.signal ? { signal: upload.signal } : {}
  let state = await http.command('files.begin', { name, size: bytes.size, clientFileId }, call)
  for (;;) {
    onProgress?.(state)
    if (state.file) return state.file
    upload.signal?.throwIfAborted()
    const { fileId, offset } = state
    // An empty one, when all of it is there and nobody has looked at it yet.
    const part = bytes.slice(offset, offset + PART_BYTES)
    state = await http.uploadBytes({ fileId, offset, bytes: part }, call)
    onPart()
  }
}

/** How long to wait before trying again; null: it was refused for good. */
function retryAfterMs(error: unknown): number | null {
  if (error instanceof ConnectionError) return 0
  if (!(error instanceof ParleyError)) return null
  const { code, status, parameters } = error
  if (code === 'upload_out_of_step') return 0
  return status === 429 || (status >= 500 && code !== 'storage_full') ? waitMs(parameters) : null
}
