import { type FileHandle, open, unlink } from 'node:fs/promises'

/** Where a post's line lies in the spool. */
interface Place {
  /** When it was said, in milliseconds. */
  readonly at: number
  readonly start: number
  readonly length: number
}

const WRITE_BYTES = 1024 * 1024

/**
 * Puts posts in the order of their time, one channel after the other: an export has them in the order of their ids, which
 * chance has made. Their lines wait in a file that is nobody else's; memory holds where they lie, however long they are.
 */
export class PostSpool {
  private readonly channels = new Map<string, Place[]>()
  private waiting: Buffer[] = []
  private waitingBytes = 0
  private size = 0

  private constructor(private readonly file: FileHandle) {}

  /** @param path of a file that may be written over; it has no name any more when this returns, and goes with the process. */
  static async open(path: string): Promise<PostSpool> {
    const file = await open(path, 'w+', 0o600)
    await unlink(path)
    return new PostSpool(file)
  }

  /** All bytes of the lines. */
  get bytes(): number {
    return this.size
  }

  async add(channelKey: string, at: number, line: string): Promise<void> {
    const bytes = Buffer.from(line)
    const places = this.channels.get(channelKey) ?? []
    if (places.length === 0) this.channels.set(channelKey, places)
    places.push({ at, start: this.size, length: bytes.length })
    this.size += bytes.length
    this.waiting.push(bytes)
    this.waitingBytes += bytes.length
    if (this.waitingBytes >= WRITE_BYTES) await this.write()
  }

  async *inOrder(): AsyncIterable<{ readonly channelKey: string; readonly line: string; readonly bytes: number }> {
    await this.write()
    for (const [channelKey, places] of this.channels) {
      // What was said in one moment stays as it stands in the file, which is the same in a later export.
      places.sort((one, other) => one.at - other.at || one.start - other.start)
      for (const { start, length } of places) {
        const { buffer } = await this.file.read(Buffer.alloc(length), 0, length, start)
        yield { channelKey, line: buffer.toString('utf8'), bytes: length }
      }
    }
  }

  close(): Promise<void> {
    return this.file.close()
  }

  private async write(): Promise<void> {
    const [waiting, from] = [Buffer.concat(this.waiting), this.size - this.waitingBytes]
    this.waiting = []
    this.waitingBytes = 0
    for (let done = 0; done < waiting.length; ) {
      const { bytesWritten } = await this.file.write(waiting, done, waiting.length - done, from + done)
      done += bytesWritten
    }
  }
}
