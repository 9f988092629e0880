import { detectLanguage, type Language, splitSentences } from '@parley/text'
import { isDecision, isQuestion, isSmallTalk } from '../summary/speech-acts'
import { lengthOf, spokenPart } from '../summary/talk-units'
import type { SaidMessage } from './said-message'
import { isChange, isPromise } from './talk-acts'
import { type TermSet, termSetOf } from './talk-words'

/** A sentence that may answer; it stands in its message as it is. */
export interface TalkSentence {
  readonly message: SaidMessage
  readonly text: string
  readonly language: Language
  readonly terms: TermSet
  readonly act: 'decision' | 'promise' | 'statement'
}

const LONGEST = 120
/** Shorter ones say little alone: they are quoted with what follows in their message. */
const SHORTEST = 3

/** The sentences of a message that state something: no question, no code, no quotation, no greeting. */
export function talkSentences(message: SaidMessage): TalkSentence[] {
  return statementsOf(spokenPart(message.text)).flatMap((text) => {
    if (isQuestion(text) || isSmallTalk(text) || lengthOf(text) > LONGEST) return []
    const act = isDecision(text) || isChange(text) ? 'decision' : isPromise(text) ? 'promise' : 'statement'
    return [{ message, text, language: detectLanguage(text), terms: termSetOf(text), act }]
  })
}

function statementsOf(said: string): string[] {
  const statements: string[] = []
  let open: { start: number; end: number } | null = null
  for (const { start, end } of splitSentences(said)) {
    const from: number = open && !said.slice(open.end, start).includes('\n') ? open.start : start
    if (open && from === start) statements.push(said.slice(open.start, open.end))
    const isShort = lengthOf(said.slice(from, end)) < SHORTEST
    if (!isShort) statements.push(said.slice(from, end))
    open = isShort ? { start: from, end } : null
  }
  return open ? [...statements, said.slice(open.start, open.end)] : statements
}
