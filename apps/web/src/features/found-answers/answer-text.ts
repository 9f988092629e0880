import type { Citation } from '@parley/protocol'
import { panelSearch } from '../../app/panel-location'
import { messagePath } from '../conversation/message-path'
import type { FoundAnswer } from './use-found-answer'

export interface AnswerWords {
  readonly origin: string
  /** "Source", in the writer's language. */
  readonly source: string
  nameOf(userId: string): string
}

/**
 * An answer as a message in Markdown, with links to what it rests on. It is a quotation, so that nobody named in it is
 * called, and no preview repeats it.
 */
export function answerText({ reply }: Pick<FoundAnswer, 'reply'>, words: AnswerWords): string {
  const said = (reply.said ?? []).map((one) => link(words.nameOf(one.authorId), `${words.origin}${messagePath(one)}`))
  const cited = reply.citations.map((one) => link(titleOf(one), `${words.origin}/knowledge${placeOf(one)}`))
  const sources = [...said, ...cited]
  const lines = reply.text.trim().split('\n')
  const foot = sources.length === 0 ? [] : ['', `${words.source}: ${sources.join(' · ')}`]
  return [...lines, ...foot].map((line) => (line === '' ? '>' : `> ${line}`)).join('\n')
}

const link = (title: string, address: string) => `[${title.replaceAll(/[[\]\\]/g, '\\$&')}](${address})`

const placeOf = ({ documentId, start, end }: Citation) => panelSearch({ kind: 'document', id: documentId, start, end })

function titleOf({ title, headingPath }: Citation): string {
  const heading = headingPath.at(-1)
  return heading && heading !== title ? `${title} › ${heading}` : title
}
