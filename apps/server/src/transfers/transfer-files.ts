import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, statfs } from 'node:fs/promises'
import path from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ParleyError } from '@parley/protocol'
import { v7 as uuidv7 } from 'uuid'

/** Uploaded archives and made ones stay so long. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000
const HALF_DONE = '.part'
/** What a disk keeps free beside an upload. */
const SPARED_BYTES = 512 * 1024 * 1024

/** Archives on the server's disk, for as long as somebody needs them: uploaded ones, and those to be fetched. */
export class TransferFiles {
  constructor(private readonly directory: string) {}

  pathOf(id: string): string {
    return path.join(this.directory, path.basename(id))
  }

  async has(id: string): Promise<boolean> {
    return (await this.sizeOf(id)) !== null
  }

  async sizeOf(id: string): Promise<number | null> {
    const found = await stat(this.pathOf(id)).catch(() => null)
    return found ? found.size : null
  }

  /** Writes a stream as it comes; nobody sees half a file. @throws ParleyError `storage_full` */
  async keep(content: Readable): Promise<{ readonly id: string; readonly size: number }> {
    const id = uuidv7()
    await this.write(id, content)
    return { id, size: (await this.sizeOf(id)) ?? 0 }
  }

  async write(id: string, content: Readable): Promise<void> {
    await mkdir(this.directory, { recursive: true, mode: 0o700 })
    const half = this.pathOf(id) + HALF_DONE
    try {
      await pipeline(content, this.watchSpace(), createWriteStream(half, { mode: 0o600 }))
      await rename(half, this.pathOf(id))
    } catch (error) {
      await rm(half, { force: true })
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
        throw new ParleyError('storage_full', {}, { cause: error })
      throw error
    }
  }

  /** An upload must not be what fills the disk that the database is on. */
  private watchSpace(): Transform {
    let sinceLook = Number.POSITIVE_INFINITY
    const directory = this.directory
    return new Transform({
      transform(chunk: Buffer, _encoding, done) {
        sinceLook += chunk.length
        if (sinceLook < SPARED_BYTES / 8) return done(null, chunk)
        sinceLook = 0
        statfs(directory).then(
          ({ bavail, bsize }) =>
            bavail * bsize < SPARED_BYTES ? done(new ParleyError('storage_full')) : done(null, chunk),
          done,
        )
      },
    })
  }

  async remove(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true })
  }

  async removeOld(now: Date): Promise<void> {
    for (const name of await readdir(this.directory).catch(() => [])) {
      const file = path.join(this.directory, name)
      const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: now.getTime() }))
      if (now.getTime() - mtimeMs > KEPT_MS) await rm(file, { force: true })
    }
  }
}
