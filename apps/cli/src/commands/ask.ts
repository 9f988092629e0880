import type { AssistantReply, Citation, ConversationId, SaidSentence } from '@parley/protocol'
import { type ConnectOptions, connect } from '../connect'
import { readQueryOption } from '../read-query-option'
import type { Terminal } from '../terminal'

export interface AskOptions extends ConnectOptions {
  readonly conversation?: string
  /** A query as JSON, or the file that holds it: asked in place of what would be read out of the text. */
  readonly query?: string
}

/** One turn with the assistant, with the sources of its answer. */
export async function ask(terminal: Terminal, text: string, options: AskOptions): Promise<void> {
  const query = options.query === undefined ? undefined : await readQueryOption(options.query)
  const server = await connect(terminal, options)
  const body = {
    text,
    ...(query && { query }),
    ...(options.conversation && { conversationId: options.conversation as ConversationId }),
  }
  const answer = await server.call((http) => http.command('assistant.ask', body))
  terminal.result(answer, () => describeReply(terminal, answer.reply, server.url))
  if (!terminal.isJson) terminal.remark(terminal.text('cli.ask.goOn', { id: answer.conversationId }))
}

function describeReply(terminal: Terminal, reply: AssistantReply, url: string): string[] {
  return [
    reply.text,
    ...describeTasks(terminal, reply),
    ...describeSources(terminal, reply, url),
    ...describeQuery(terminal, reply),
  ]
}

/** The question as it was read: what it asks for, and each part that limits it or says what it is about. */
function describeQuery({ text }: Terminal, { query }: AssistantReply): string[] {
  if (!query) return []
  const parts = [query.type, ...query.parts.map(partWords)].join(' · ')
  return ['', text('cli.ask.readAs', { question: query.text, parts })]
}

function partWords(part: NonNullable<AssistantReply['query']>['parts'][number]): string {
  const carried = part.source === 'carried' ? ' ↩' : ''
  if ('name' in part) return `${part.kind}: ${part.name}${carried}`
  if (part.kind === 'time') return `${part.kind}: ${part.from ?? '…'}/${part.to ?? '…'}${carried}`
  return part.kind === 'without' ? `${part.kind}: ${part.words}${carried}` : part.kind
}

function describeTasks({ text }: Terminal, { tasks }: AssistantReply): string[] {
  if (tasks.length === 0) return []
  const lines = tasks.map(({ title, due }) => `  · ${title}${due === null ? '' : ` (${text('cli.ask.due', { due })})`}`)
  return ['', text('cli.ask.tasks'), ...lines]
}

function describeSources({ text }: Terminal, reply: AssistantReply, url: string): string[] {
  const { kind, citations, said = [] } = reply
  const count = said.length + citations.length
  if (kind !== 'answer' || count === 0) return []
  const support = text(count > 1 ? 'cli.ask.wellSupported' : 'cli.ask.oneSource')
  return [
    '',
    `${text('cli.ask.sources')} — ${support}`,
    ...said.flatMap((sentence, at) => describeSaid(sentence, at, url)),
    ...citations.flatMap((citation, at) => describeCitation(text, citation, said.length + at)),
  ]
}

/** Where it was said; who said it stands in the answer. */
const describeSaid = ({ text, channelId, seq, createdAt }: SaidSentence, index: number, url: string): string[] => [
  `  [${index + 1}] ${createdAt.slice(0, 10)} · ${url}/c/${channelId}/m/${seq}`,
  `      ${text.replaceAll(/\s+/g, ' ')}`,
]

type Say = Terminal['text']

function describeCitation(text: Say, { title, headingPath, quote, place: where }: Citation, index: number): string[] {
  const source = [title, ...headingPath.filter((heading) => heading !== title)].join(' › ')
  const place = where ? `${source} · ${describePlace(text, where)}` : source
  return [`  [${index + 1}] ${place}`, `      ${quote.replaceAll(/\s+/g, ' ')}`]
}

function describePlace(text: Say, { kind, number, name }: NonNullable<Citation['place']>): string {
  return kind === 'sheet' ? text('cli.ask.sheet', { name: name || number }) : text(`cli.ask.${kind}`, { number })
}
