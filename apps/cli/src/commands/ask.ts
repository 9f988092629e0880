import type { AssistantReply, Citation, ConversationId } from '@parley/protocol'
import { type ConnectOptions, connect } from '../connect'
import type { Terminal } from '../terminal'

export interface AskOptions extends ConnectOptions {
  readonly conversation?: string
}

/** One turn with the assistant, with the sources of its answer. */
export async function ask(terminal: Terminal, text: string, options: AskOptions): Promise<void> {
  const server = await connect(terminal, options)
  const body = { text, ...(options.conversation && { conversationId: options.conversation as ConversationId }) }
  const answer = await server.call((http) => http.command('assistant.ask', body))
  terminal.result(answer, () => describeReply(terminal, answer.reply))
  if (!terminal.isJson) terminal.remark(terminal.text('cli.ask.goOn', { id: answer.conversationId }))
}

function describeReply(terminal: Terminal, reply: AssistantReply): string[] {
  return [reply.text, ...describeTasks(terminal, reply), ...describeSources(terminal, reply)]
}

function describeTasks({ text }: Terminal, { tasks }: AssistantReply): string[] {
  if (tasks.length === 0) return []
  const lines = tasks.map(({ title, due }) => `  · ${title}${due === null ? '' : ` (${text('cli.ask.due', { due })})`}`)
  return ['', text('cli.ask.tasks'), ...lines]
}

function describeSources({ text }: Terminal, { kind, citations }: AssistantReply): string[] {
  if (kind !== 'answer' || citations.length === 0) return []
  const support = text(citations.length > 1 ? 'cli.ask.wellSupported' : 'cli.ask.oneSource')
  return [
    '',
    `${text('cli.ask.sources')} — ${support}`,
    ...citations.flatMap((citation, at) => describeCitation(text, citation, at)),
  ]
}

type Say = Terminal['text']

function describeCitation(text: Say, { title, headingPath, quote, place: where }: Citation, index: number): string[] {
  const source = [title, ...headingPath.filter((heading) => heading !== title)].join(' › ')
  const place = where ? `${source} · ${describePlace(text, where)}` : source
  return [`  [${index + 1}] ${place}`, `      ${quote.replaceAll(/\s+/g, ' ')}`]
}

function describePlace(text: Say, { kind, number, name }: NonNullable<Citation['place']>): string {
  return kind === 'sheet' ? text('cli.ask.sheet', { name: name || number }) : text(`cli.ask.${kind}`, { number })
}
