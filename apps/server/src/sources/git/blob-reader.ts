import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { GitError, startGit } from './run-git'

/** Reads files of a repository one after another, through one git. */
export class BlobReader {
  private readonly chunks: AsyncIterator<Buffer>
  private rest: Buffer = Buffer.alloc(0)

  private constructor(private readonly child: ChildProcessWithoutNullStreams) {
    this.chunks = (child.stdout as AsyncIterable<Buffer>)[Symbol.asyncIterator]()
    child.stderr.resume()
    // Told by what is read next.
    child.on('error', () => undefined)
    child.stdin.on('error', () => undefined)
  }

  static open(directory: string, signal: AbortSignal): BlobReader {
    return new BlobReader(startGit({ arguments: ['cat-file', '--batch'], directory, signal }))
  }

  /** @throws GitError when it is not there */
  async read(blob: string): Promise<Uint8Array> {
    this.child.stdin.write(`${blob}\n`)
    const head = await this.readLine()
    const size = Number(/^[0-9a-f]+ blob (\d+)$/.exec(head)?.[1] ?? Number.NaN)
    if (Number.isNaN(size)) throw new GitError(`no such file: ${head}`)
    const content = new Uint8Array(await this.readBytes(size))
    await this.readBytes(1)
    return content
  }

  async close(): Promise<void> {
    this.child.stdin.end()
    if (this.child.exitCode === null && !this.child.killed) await once(this.child, 'close').catch(() => undefined)
  }

  private async readLine(): Promise<string> {
    while (!this.rest.includes(10)) await this.fill()
    const end = this.rest.indexOf(10)
    const line = this.rest.subarray(0, end).toString('utf8')
    this.rest = this.rest.subarray(end + 1)
    return line
  }

  private async readBytes(size: number): Promise<Buffer> {
    const parts = [this.rest]
    let length = this.rest.length
    while (length < size) {
      const chunk = await this.nextChunk()
      parts.push(chunk)
      length += chunk.length
    }
    const all = Buffer.concat(parts)
    this.rest = all.subarray(size)
    return all.subarray(0, size)
  }

  private async fill(): Promise<void> {
    this.rest = Buffer.concat([this.rest, await this.nextChunk()])
  }

  private async nextChunk(): Promise<Buffer> {
    const { done, value } = await this.chunks.next()
    if (done) throw new GitError('git ended before it had said everything')
    return value
  }
}
