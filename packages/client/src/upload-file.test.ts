import { FileId, type FileInfo, ParleyError, type UploadState } from '@parley/protocol'
import { describe, expect, it } from 'vitest'
import { type Clock, systemClock } from './clock'
import { ConnectionError } from './connection-error'
import type { HttpClient, UploadPart } from './http-client'
import { uuid } from './testing/workspace-model'
import { uploadFile } from './upload-file'

const fileId = FileId.parse(uuid(1))
const SIZE = 2_500_000

/** A server's side of an upload, with faults to order; the real one is tested in `apps/server`. */
class UploadServer {
  held = 0
  readonly parts: (readonly [offset: number, size: number])[] = []
  /** What happens instead of the next parts. */
  readonly faults: Error[] = []

  readonly http = {
    command: async () => this.state(),
    uploadBytes: async ({ offset, bytes }: UploadPart) => {
      this.parts.push([offset, bytes.size])
      const fault = this.faults.shift()
      // Half of it arrives all the same.
      this.held = offset + (fault ? Math.floor(bytes.size / 2) : bytes.size)
      if (fault) throw fault
      return this.state()
    },
  } as unknown as Pick<HttpClient, 'command' | 'uploadBytes'>

  private state(): UploadState {
    const file: FileInfo = { id: fileId, name: 'a', size: SIZE, mimeType: 'text/plain', width: null, height: null }
    return { fileId, offset: this.held, file: this.held === SIZE ? file : null }
  }
}

const hurried: Clock = { ...systemClock, after: (_delayMs, action) => systemClock.after(0, action) }
const upload = (server: UploadServer, more: object = {}) =>
  uploadFile(
    { name: 'a', bytes: new Blob([new Uint8Array(SIZE)]), clientFileId: uuid(2), ...more },
    { http: server.http, clock: hurried },
  )

describe('uploading a file', () => {
  it('goes part by part, and says how far it is', async () => {
    const server = new UploadServer()
    const offsets: number[] = []
    const file = await upload(server, { onProgress: ({ offset }: UploadState) => offsets.push(offset) })
    expect(file.id).toBe(fileId)
    expect(offsets).toEqual([0, 1_048_576, 2_097_152, SIZE])
  })

  it('goes on behind what has arrived when the connection breaks, and sends nothing twice', async () => {
    const server = new UploadServer()
    server.faults.push(
      new ConnectionError('cut'),
      new ParleyError('shutting_down'),
      new ParleyError('upload_out_of_step'),
    )
    await upload(server)
    expect(server.parts.map(([offset]) => offset)).toEqual([0, 524_288, 1_048_576, 1_572_864])
  })

  it('ends with the refusal when it is refused for good', async () => {
    const server = new UploadServer()
    server.faults.push(new ParleyError('storage_full'))
    await expect(upload(server)).rejects.toMatchObject({ code: 'storage_full' })
    expect(server.parts).toHaveLength(1)
  })

  it('ends when it is given up', async () => {
    const giveUp = new AbortController()
    const server = new UploadServer()
    const onProgress = ({ offset }: UploadState) => offset > 0 && giveUp.abort(new Error('enough'))
    server.faults.push(new ConnectionError('cut'))
    await expect(upload(server, { signal: giveUp.signal, onProgress })).rejects.toThrow('enough')
  })
})
