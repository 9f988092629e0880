import { type Language, translate } from '@parley/locale'
import type { Message } from '@parley/protocol'
import { createMarkdown } from '../markdown/message-markdown'
import { filePath } from './export-lines'

/** Without pictures from elsewhere: an export is read alone. */
const markdown = createMarkdown().disable('image')

export interface PageContext {
  readonly language: Language
  nameOf(userId: string): string
}

const style = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881}
body{font:15px/1.55 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;max-width:52rem;margin:0 auto;padding:1.5rem}
a{color:inherit}h1{font-size:1.4rem}nav{display:flex;gap:1rem;flex-wrap:wrap;margin:1rem 0}
article{padding:.6rem 0;border-top:1px solid var(--line)}article article{margin-inline-start:1.5rem}
header b{margin-inline-end:.5rem}time{opacity:.7;font-size:.85em}p{margin:.3rem 0}
pre{background:var(--soft);padding:.6rem;overflow:auto}blockquote{margin:.3rem 0;padding-inline-start:.8rem;border-inline-start:3px solid var(--line)}
.marks span{background:var(--soft);border-radius:1rem;padding:.1rem .5rem;margin-inline-end:.3rem}table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:.2rem .5rem}`

export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

export function openDocument(language: Language, title: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'"
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(title)}</h1>`
}

export const DOCUMENT_END = '</body></html>\n'

/** A message, open for its thread to come below it; of a deleted one, that it was. */
export function openMessage(message: Message, context: PageContext): string {
  const { language, nameOf } = context
  const time = new Date(message.createdAt)
  const shown = time.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'UTC' })
  if (message.deletedAt !== null) {
    const deleted = escapeHtml(translate(language, 'server.export.deleted'))
    return `<article id="${message.id}"><header><time datetime="${time.toISOString()}">${shown} UTC</time></header><p><i>${deleted}</i></p>`
  }
  const edited =
    message.editedAt === null ? '' : ` <time>${escapeHtml(translate(language, 'server.export.edited'))}</time>`
  const head = `<header><b>${escapeHtml(nameOf(message.authorId))}</b><time datetime="${time.toISOString()}">${shown} UTC</time>${edited}</header>`
  const parts = [markdown.render(message.text), renderPoll(message, context), renderSources(message, context)]
  return `<article id="${message.id}">${head}${parts.join('')}${renderFiles(message)}${renderReactions(message, context)}`
}

export const MESSAGE_END = '</article>\n'

/** What could be chosen, how often it was, and by whom where that may be known. */
function renderPoll({ poll }: Message, { language, nameOf }: PageContext): string {
  if (!poll) return ''
  const options = poll.options.map(({ text, count, voterIds }) => {
    const votes = translate(language, 'server.export.votes', { count })
    const names = voterIds.length > 0 ? ` (${voterIds.map(nameOf).join(', ')})` : ''
    return `<li>${escapeHtml(`${text} – ${votes}${names}`)}</li>`
  })
  const closed = poll.closedAt === null ? '' : `<p>${escapeHtml(translate(language, 'server.export.pollClosed'))}</p>`
  return `<ul>${options.join('')}</ul>${closed}`
}

/** The documents that an answer of the assistant quotes. */
function renderSources({ card }: Message, { language }: PageContext): string {
  if (!card || card.citations.length === 0) return ''
  const sources = card.citations.map(({ title, headingPath, quote }) => {
    const place = escapeHtml([title, ...headingPath].join(' › '))
    return `<li>${place}<blockquote>${escapeHtml(quote)}</blockquote></li>`
  })
  return `<p>${escapeHtml(translate(language, 'server.export.sources'))}</p><ol>${sources.join('')}</ol>`
}

const renderFiles = ({ files }: Message): string =>
  files
    .map(
      ({ id, name }) =>
        `<p><a href="../${filePath({ id, name }).split('/').map(encodeURIComponent).join('/')}">${escapeHtml(name)}</a></p>`,
    )
    .join('')

function renderReactions({ reactions }: Message, { nameOf }: PageContext): string {
  if (reactions.length === 0) return ''
  const marks = reactions.map(
    ({ emoji, userIds }) =>
      `<span title="${escapeHtml(userIds.map(nameOf).join(', '))}">${escapeHtml(emoji)} ${userIds.length}</span>`,
  )
  return `<p class="marks">${marks.join('')}</p>`
}
