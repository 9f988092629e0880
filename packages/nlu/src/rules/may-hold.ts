import { detectLanguage } from '@parley/text'
import type { RuleBook } from './rule-book'
import type { RuleReading } from './rule-reading'
import { withTerms } from './with-terms'

/**
 * Whether a rule may hold for a message, as far as can be told before any head is asked: what heads tell is taken to fit. Of
 * thousands of messages it leaves the few that are worth reading.
 */
export function mayHold(
  book: RuleBook,
  ruleId: string,
  { text, situation, recognise }: Pick<RuleReading, 'text' | 'situation' | 'recognise'>,
): boolean {
  const { patterns, terms } = book.look(text)
  const { speakerId, channelId, relations = [] } = situation
  const slots = withTerms(recognise(text, situation), terms, text)
  const about = { speakerId, channelId, relations, slots, language: detectLanguage(text), found: { patterns } }
  return book.mayHold(ruleId, { ...about, intent: null, tone: undefined }, terms)
}
