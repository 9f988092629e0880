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

export function renderDocument(language: Language, title: string, body: string): string {
  const policy = "default-src 'none'; style-src 'unsafe-inline'"
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>${escapeHtml(title)}</title><style>${style}</style></head>
<body><h1>${escapeHtml(title)}</h1>${body}</body></html>
`
}

/** A message with its thread below it. */
export function renderMessage(message: Message, replies: readonly Message[], context: PageContext): string {
  const { language, nameOf } = context
  const time = new Date(message.createdAt)
  const shown = time.toLocaleString(language === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: 'UTC' })
  const edited =
    message.editedAt === null ? '' : ` <time>${escapeHtml(translate(language, 'server.export.edited'))}</time>`
  const head = `<header><b>${escapeHtml(nameOf(message.authorId))}</b><time datetime="${time.toISOString()}">${shown} UTC</time>${edited}</header>`
  const below = replies.map((reply) => renderMessage(reply, [], context)).join('')
  return `<article id="${message.id}">${head}${markdown.render(message.text)}${renderFiles(message)}${renderReactions(message, context)}${below}</article>\n`
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
