import type { QueryAnswer, SaidSentence } from '@parley/protocol'
import { messagePath } from '../conversation/message-path'

export type Summary = QueryAnswer<'messages.summarize'>

export interface SummaryWords {
  readonly title: string
  readonly decisions: string
  readonly promises: string
  readonly openQuestions: string
  readonly origin: string
  nameOf(authorId: SaidSentence['authorId']): string
}

/**
 * A summary as a message in Markdown: every sentence leads to where it was said. They are quotations, so that nobody named
 * in them is called again, and no preview repeats them.
 */
export function summaryText({ points, decisions, promises, openQuestions }: Summary, words: SummaryWords): string {
  const line = (said: SaidSentence) =>
    `> - ${words.nameOf(said.authorId)}: ${oneLine(said.text)} [↗](${words.origin}${messagePath(said)})`
  const part = (title: string, sentences: readonly SaidSentence[]) =>
    sentences.length === 0 ? [] : ['', `**${title}**`, '', ...sentences.map(line)]
  return [
    `**${words.title}**`,
    '',
    ...points.map(line),
    ...part(words.decisions, decisions),
    ...part(words.promises, promises),
    ...part(words.openQuestions, openQuestions),
  ].join('\n')
}

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ')
