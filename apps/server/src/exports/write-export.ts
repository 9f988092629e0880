import { Readable } from 'node:stream'
import { translate } from '@parley/locale'
import type { ExportReport, Message } from '@parley/protocol'
import type { Selectable } from 'kysely'
import { sql } from 'kysely'
import { ZipFile } from 'yazl'
import type { Actor } from '../actor'
import type { FileStorage } from '../files/file-storage'
import type { Database } from '../store/database'
import { asMessages } from '../store/read-messages'
import type { ChannelTable, UserTable } from '../store/schema'
import { channelLine, filePath, firstLine, messageLine, personLine } from './export-lines'
import { escapeHtml, type PageContext, renderDocument, renderMessage } from './render-page'
import {
  type ExportChoice,
  selectExportedChannels,
  selectExportedMessages,
  selectExportedPeople,
} from './select-exported'

const BATCH = 500
/** Messages of a page of HTML; their threads come on top. */
const PAGE = 500

export interface WriteExportOptions {
  /** A snapshot: everything is of one moment. */
  readonly rows: Database
  readonly storage: FileStorage
  readonly actor: Actor
  readonly choice: ExportChoice
  readonly now: Date
  readonly onProgress: (progress: number) => void
  readonly signal: Pick<AbortSignal, 'throwIfAborted'>
}

type Counts = { -readonly [Name in Exclude<keyof ExportReport, 'bytes'>]: number }

/** The archive as a stream (`export.jsonl`, `index.html`, `pages/`, `files/`), and what is in it when it has ended. */
export async function writeExport(
  options: WriteExportOptions,
): Promise<{ readonly stream: Readable; readonly counts: Counts }> {
  const { rows, actor, choice } = options
  const channels = await selectExportedChannels(rows, actor, choice).execute()
  const ids = channels.map(({ id }) => id)
  const people = await selectExportedPeople(rows, actor, choice, ids).execute()
  return new ExportWriter(options, channels, people).write()
}

class ExportWriter {
  private readonly zip = new ZipFile()
  private readonly counts: Counts = { people: 0, channels: 0, messages: 0, files: 0 }
  private readonly names: ReadonlyMap<string, string>
  private total = 0
  private done = 0

  constructor(
    private readonly options: WriteExportOptions,
    private readonly channels: readonly Selectable<ChannelTable>[],
    private readonly people: readonly Selectable<UserTable>[],
  ) {
    this.names = new Map(people.map(({ id, name }) => [id, name]))
  }

  /** Files are made one after another while the zip is read: none is held in memory as a whole. */
  async write() {
    const sizes = await this.countMessages()
    this.total = 2 * [...sizes.values()].reduce((sum, count) => sum + count, 0)
    this.add('export.jsonl', () => this.lines())
    this.add('index.html', () => this.index(sizes))
    for (const [index, channel] of this.channels.entries()) {
      const pages = Math.ceil((sizes.get(channel.id) ?? 0) / PAGE)
      for (let page = 0; page < pages; page += 1)
        this.add(pageName(index, page), () => this.page(channel, index, page, pages))
    }
    await this.addFiles()
    this.zip.end()
    return { stream: this.zip.outputStream as Readable, counts: this.counts }
  }

  private add(name: string, content: () => AsyncIterable<string>): void {
    this.zip.addReadStreamLazy(name, (done) => done(null, Readable.from(content())))
  }

  /** Of each channel, those that its pages are counted by. */
  private async countMessages(): Promise<Map<string, number>> {
    const sizes = new Map<string, number>()
    for (const { id } of this.channels) {
      const { count } = await this.rootsOf(id)
        .clearSelect()
        .clearOrderBy()
        .select(sql<string>`count(*)`.as('count'))
        .executeTakeFirstOrThrow()
      sizes.set(id, Number(count))
    }
    return sizes
  }

  private rootsOf(channelId: string) {
    const messages = selectExportedMessages(this.options.rows, this.options.choice, channelId)
    return this.options.choice.scope === 'person' ? messages : messages.where('thread_id', 'is', null)
  }

  private async *lines(): AsyncIterable<string> {
    const { rows, actor, choice, now } = this.options
    const { name } = await rows
      .selectFrom('workspaces')
      .select('name')
      .where('id', '=', actor.workspaceId)
      .executeTakeFirstOrThrow()
    yield asLine(firstLine(name, now))
    const isWhole = choice.scope === 'workspace' || choice.scope === 'everything'
    for (const person of this.people) yield asLine(personLine(person, isWhole || person.id === choice.id))
    this.counts.people = this.people.length
    for (const channel of this.channels) yield asLine(channelLine(channel, await this.membersOf(channel.id)))
    this.counts.channels = this.channels.length
    for (const channel of this.channels) {
      for await (const messages of this.messagesOf(channel.id)) {
        this.counts.messages += messages.length
        yield messages.map((message) => asLine(messageLine(message))).join('')
      }
    }
  }

  private async membersOf(channelId: string): Promise<string[]> {
    const found = await this.options.rows
      .selectFrom('memberships')
      .select('user_id')
      .where('channel_id', '=', channelId)
      .execute()
    return found.map(({ user_id }) => user_id)
  }

  private async *messagesOf(channelId: string): AsyncIterable<Message[]> {
    const { rows, choice, signal } = this.options
    for (let after = 0; ; ) {
      signal.throwIfAborted()
      const found = await selectExportedMessages(rows, choice, channelId)
        .where('seq', '>', after)
        .limit(BATCH)
        .execute()
      const last = found.at(-1)
      if (!last) return
      after = last.seq
      this.advance(found.length)
      yield await asMessages(rows, found)
    }
  }

  private async *page(
    channel: Selectable<ChannelTable>,
    index: number,
    page: number,
    pages: number,
  ): AsyncIterable<string> {
    const { rows, choice } = this.options
    const found = await this.rootsOf(channel.id)
      .offset(page * PAGE)
      .limit(PAGE)
      .execute()
    const roots = await asMessages(rows, found)
    const replies = choice.scope === 'person' ? new Map<string, Message[]>() : await this.repliesTo(roots)
    this.advance(found.length)
    const context = this.context()
    const nav = renderNavigation(index, page, pages, translate(context.language, 'server.export.overview'))
    const body = roots.map((root) => renderMessage(root, replies.get(root.id) ?? [], context)).join('')
    yield renderDocument(context.language, this.titleOf(channel), `${nav}${body}${nav}`)
  }

  private async repliesTo(roots: readonly Message[]): Promise<Map<string, Message[]>> {
    const { rows } = this.options
    const ids = roots.filter(({ replyCount }) => replyCount > 0).map(({ id }) => id as string)
    const byThread = new Map<string, Message[]>()
    if (ids.length === 0) return byThread
    const found = await rows
      .selectFrom('messages')
      .selectAll()
      .where('thread_id', 'in', ids)
      .where('deleted_at', 'is', null)
      .orderBy('reply_number')
      .execute()
    for (const reply of await asMessages(rows, found)) {
      const threadId = reply.threadId ?? ''
      byThread.set(threadId, [...(byThread.get(threadId) ?? []), reply])
    }
    return byThread
  }

  private async *index(sizes: ReadonlyMap<string, number>): AsyncIterable<string> {
    const { language } = this.context()
    const items = this.channels.map((channel, index) => {
      const count = sizes.get(channel.id) ?? 0
      const title = escapeHtml(this.titleOf(channel))
      return `<li>${count > 0 ? `<a href="${pageName(index, 0)}">${title}</a>` : title} (${count})</li>`
    })
    yield renderDocument(language, translate(language, 'server.export.title'), `<ul>${items.join('')}</ul>`)
  }

  private titleOf({ name, direct_key: directKey }: Selectable<ChannelTable>): string {
    if (directKey === null) return `#${name}`
    return directKey
      .split(',')
      .map((id) => this.names.get(id) ?? '?')
      .join(', ')
  }

  private context(): PageContext {
    return { language: this.options.actor.language, nameOf: (id) => this.names.get(id) ?? '?' }
  }

  private async addFiles(): Promise<void> {
    const { rows, storage, choice } = this.options
    const channelIds = this.channels.map(({ id }) => id)
    if (channelIds.length === 0) return
    let files = rows
      .selectFrom('files')
      .innerJoin('messages', 'messages.id', 'files.message_id')
      .select(['files.id', 'files.name'])
      .where('files.channel_id', 'in', channelIds)
      .where('files.dropped_at', 'is', null)
      .where('messages.deleted_at', 'is', null)
    if (choice.scope === 'person') files = files.where('messages.author_id', '=', choice.id ?? '')
    for (const file of await files.execute()) {
      // Bytes that went meanwhile leave an empty file: the pages speak of it.
      this.zip.addReadStreamLazy(filePath(file), (done) => {
        storage.open(file.id).then(
          (content) => done(null, content ?? Readable.from([])),
          (error: Error) => done(error, Readable.from([])),
        )
      })
      this.counts.files += 1
    }
  }

  private advance(count: number): void {
    this.done += count
    this.options.onProgress(this.total === 0 ? 1 : Math.min(0.99, this.done / this.total))
  }
}

const asLine = (value: object): string => `${JSON.stringify(value)}\n`
const pageName = (index: number, page: number): string => `pages/${index + 1}-${page + 1}.html`

function renderNavigation(index: number, page: number, pages: number, overview: string): string {
  const link = (target: number, text: string) => `<a href="../${pageName(index, target)}">${text}</a>`
  const before = page > 0 ? link(page - 1, '←') : ''
  const after = page + 1 < pages ? link(page + 1, '→') : ''
  return `<nav><a href="../index.html">${escapeHtml(overview)}</a>${before}<span>${page + 1} / ${pages}</span>${after}</nav>`
}
