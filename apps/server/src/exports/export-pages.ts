import { type Language, translate } from '@parley/locale'
import type { ChannelPages, ExportedChannel, ExportSource } from './export-source'
import { DOCUMENT_END, escapeHtml, MESSAGE_END, openDocument, openMessage } from './render-page'

/** The pages of an export for people: a list of the channels, and each channel's messages, so many a page. */
export class ExportPages {
  private readonly pages = new Map<string, ChannelPages>()

  constructor(
    private readonly source: ExportSource,
    private readonly language: Language,
  ) {}

  /** @returns how many messages all pages show. */
  async count(): Promise<number> {
    for (const { id } of this.source.channels) this.pages.set(id, await this.source.pagesOf(id))
    return [...this.pages.values()].reduce((sum, { size }) => sum + size, 0)
  }

  pageCountOf({ id }: ExportedChannel): number {
    return this.pages.get(id)?.starts.length ?? 0
  }

  renderIndex(): string {
    const items = this.source.channels.map((channel, index) => {
      const count = this.pages.get(channel.id)?.size ?? 0
      const title = escapeHtml(this.source.titleOf(channel))
      return `<li>${count > 0 ? `<a href="${pageName(index, 0)}">${title}</a>` : title} (${count})</li>`
    })
    const title = translate(this.language, 'server.export.title')
    return `${openDocument(this.language, title)}<ul>${items.join('')}</ul>${DOCUMENT_END}`
  }

  /** In pieces, since threads may be of any length. `onMessage` is told of each message but replies. */
  async *render(index: number, page: number, onMessage: () => void): AsyncIterable<string> {
    const channel = this.source.channels[index]
    const start = channel && this.pages.get(channel.id)?.starts[page]
    if (!channel || start === undefined) throw new RangeError(`there is no page ${page} of channel ${index}`)
    const roots = await this.source.rootsOfPage(channel.id, start)
    const context = { language: this.language, nameOf: this.source.nameOf }
    const navigation = this.renderNavigation(index, page, this.pageCountOf(channel))
    yield `${openDocument(this.language, this.source.titleOf(channel))}${navigation}`
    const replies = this.source.repliesTo(roots)
    let reply = await replies.next()
    for (const root of roots) {
      yield openMessage(root, context)
      for (; !reply.done && reply.value.threadId === root.id; reply = await replies.next())
        yield `${openMessage(reply.value, context)}${MESSAGE_END}`
      yield MESSAGE_END
      onMessage()
    }
    yield `${navigation}${DOCUMENT_END}`
  }

  private renderNavigation(index: number, page: number, pages: number): string {
    const overview = escapeHtml(translate(this.language, 'server.export.overview'))
    const link = (target: number, text: string) => `<a href="../${pageName(index, target)}">${text}</a>`
    const before = page > 0 ? link(page - 1, '←') : ''
    const after = page + 1 < pages ? link(page + 1, '→') : ''
    return `<nav><a href="../index.html">${overview}</a>${before}<span>${page + 1} / ${pages}</span>${after}</nav>`
  }
}

export const pageName = (index: number, page: number): string => `pages/${index + 1}-${page + 1}.html`
