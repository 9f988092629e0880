import { Readable } from 'node:stream'
import type { ExportReport } from '@parley/protocol'
import { ZipFile } from 'yazl'
import { avatarKey } from '../files/avatar-keys'
import type { FileStorage } from '../files/file-storage'
import { channelLine, filePath, firstLine, messageLine, personLine } from './export-lines'
import { ExportPages, pageName } from './export-pages'
import { ExportSource, type ExportSourceOptions } from './export-source'

export interface WriteExportOptions extends ExportSourceOptions {
  readonly storage: FileStorage
  readonly now: Date
  readonly onProgress: (progress: number) => void
}

type Counts = { -readonly [Name in Exclude<keyof ExportReport, 'bytes'>]: number }

/** The archive as a stream (`export.jsonl`, `index.html`, `pages/`, `files/`, `avatars/`), and what is in it when it has ended. */
export async function writeExport(
  options: WriteExportOptions,
): Promise<{ readonly stream: Readable; readonly counts: Counts }> {
  return new ExportWriter(options, await ExportSource.open(options)).write()
}

class ExportWriter {
  private readonly zip = new ZipFile()
  private readonly counts: Counts = { people: 0, channels: 0, messages: 0, files: 0 }
  private readonly pages: ExportPages
  private total = 0
  private done = 0

  constructor(
    private readonly options: WriteExportOptions,
    private readonly source: ExportSource,
  ) {
    this.pages = new ExportPages(source, options.actor.language)
  }

  /** Files are made one after another while the zip is read: none is held in memory as a whole. */
  async write() {
    // Every message is written twice: as a line, and on a page.
    this.total = 2 * (await this.pages.count())
    this.add('export.jsonl', () => this.lines())
    this.add('index.html', () => [this.pages.renderIndex()])
    for (const [index, channel] of this.source.channels.entries()) {
      for (let page = 0; page < this.pages.pageCountOf(channel); page += 1)
        this.add(pageName(index, page), () => this.pages.render(index, page, () => this.advance(1)))
    }
    for (const { id, name } of await this.source.files()) {
      this.addStored(filePath({ id, name }), id)
      this.counts.files += 1
    }
    for (const { userId, avatarId } of await this.source.avatars()) {
      this.addStored(`avatars/${userId}.webp`, avatarKey(avatarId, 'large'))
    }
    const stream = this.zip.outputStream as Readable
    this.zip.on('error', (error: Error) => stream.destroy(error))
    this.zip.end()
    return { stream, counts: this.counts }
  }

  private add(name: string, content: () => AsyncIterable<string> | Iterable<string>): void {
    this.zip.addReadStreamLazy(name, (done) => done(null, this.watched(Readable.from(content()))))
  }

  /** What goes wrong in a file ends the archive. The zip does not listen for it, and an unheard error ends the process. */
  private watched(file: Readable): Readable {
    return file.on('error', (error) => this.zip.emit('error', error))
  }

  private async *lines(): AsyncIterable<string> {
    const { source, counts } = this
    const { choice, now } = this.options
    yield asLine(firstLine(await source.workspaceName(), now))
    const isWhole = choice.scope === 'workspace' || choice.scope === 'everything'
    for (const person of source.people) yield asLine(personLine(person, isWhole || person.id === choice.id))
    counts.people = source.people.length
    for (const channel of source.channels) yield asLine(channelLine(channel, await source.memberIdsOf(channel.id)))
    counts.channels = source.channels.length
    for (const channel of source.channels) yield* this.messageLines(channel.id)
  }

  private async *messageLines(channelId: string): AsyncIterable<string> {
    for await (const messages of this.source.messagesOf(channelId)) {
      this.counts.messages += messages.length
      this.advance(messages.length)
      yield messages.map((message) => asLine(messageLine(message))).join('')
    }
  }

  /** Bytes that went meanwhile leave an empty file: the pages speak of it. */
  private addStored(path: string, key: string): void {
    this.zip.addReadStreamLazy(path, (done) => {
      this.options.storage.open(key).then(
        (content) => done(null, this.watched(content ?? Readable.from([]))),
        (error: Error) => done(error, Readable.from([])),
      )
    })
  }

  private advance(count: number): void {
    this.done += count
    this.options.onProgress(this.total === 0 ? 1 : Math.min(0.99, this.done / this.total))
  }
}

const asLine = (value: object): string => `${JSON.stringify(value)}\n`
