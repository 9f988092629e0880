import { type Language, translate } from '@parley/locale'
import { type ExportedChannel, type ExportSource, PAGE } from './export-source'
import { escapeHtml, renderDocument, renderMessage } from './render-page'

/** The pages of an export for people: a list of the channels, and each channel's messages, so many a page. */
export class ExportPages {
  /** Of each channel, how many messages its pages show. */
  private readonly sizes = new Map<string, number>()

  constructor(
    private readonly source: ExportSource,
    private readonly language: Language,
  ) {}

  /** @returns how many messages all pages show. */
  async count(): Promise<number> {
    for (const { id } of this.source.channels) this.sizes.set(id, await this.source.countRoots(id))
    return [...this.sizes.values()].reduce((sum, size) => sum + size, 0)
  }

  pageCountOf({ id }: ExportedChannel): number {
    return Math.ceil((this.sizes.get(id) ?? 0) / PAGE)
  }

  renderIndex(): string {
    const items = this.source.channels.map((channel, index) => {
      const count = this.sizes.get(channel.id) ?? 0
      const title = escapeHtml(this.source.titleOf(channel))
      return `<li>${count > 0 ? `<a href="${pageName(index, 0)}">${title}</a>` : title} (${count})</li>`
    })
    return renderDocument(this.language, translate(this.language, 'server.export.title'), `<ul>${items.join('')}</ul>`)
  }

  async render(index: number, page: number): Promise<{ readonly html: string; readonly messages: number }> {
    const channel = this.source.channels[index]
    if (!channel) throw new RangeError(`there is no channel ${index}`)
    const roots = await this.source.rootsOfPage(channel.id, page)
    const replies = await this.source.repliesTo(roots)
    const context = { language: this.language, nameOf: this.source.nameOf }
    const navigation = this.renderNavigation(index, page, this.pageCountOf(channel))
    const body = roots.map((root) => renderMessage(root, replies.get(root.id) ?? [], context)).join('')
    const html = renderDocument(this.language, this.source.titleOf(channel), `${navigation}${body}${navigation}`)
    return { html, messages: roots.length }
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
