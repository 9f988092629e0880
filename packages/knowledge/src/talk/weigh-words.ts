import { isQuestion } from '../summary/speech-acts'
import type { FoundTalk, SaidMessage } from './said-message'
import type { TalkQuestion } from './talk-question'
import { holdsWord, type TalkWord, type TermSet, termSetOf } from './talk-words'

/** A word and how much finding it tells. */
interface WeighedWord {
  readonly word: TalkWord
  readonly weight: number
}

/** How a question's words lie in the talk that was found for it. */
export class WordScale {
  private readonly words: readonly WeighedWord[]
  private readonly total: number
  private readonly termSets = new Map<string, TermSet>()
  private readonly messages: ReadonlyMap<string, SaidMessage>

  constructor({ words }: TalkQuestion, { messages, shares }: Pick<FoundTalk, 'messages' | 'shares'>) {
    this.words = words.map((word, at) => ({ word, weight: rarityOf(shares[at] ?? 0) }))
    this.total = this.words.reduce((sum, { weight }) => sum + weight, 0) || 1
    this.messages = new Map(messages.map((message) => [message.id, message]))
  }

  /** Share of what is asked about that stands in these texts, weighed by rarity; what stands only in a later one counts less. */
  coverage(texts: readonly { readonly terms: TermSet; readonly share: number }[]): number {
    const held = this.words.reduce(
      (sum, { word, weight }) =>
        sum + weight * Math.max(0, ...texts.map(({ terms, share }) => share * holdsWord(word, terms))),
      0,
    )
    return held / this.total
  }

  /** The rest of a message, and what it seems to answer or go on about. */
  surroundingsOf(message: SaidMessage): { readonly terms: TermSet; readonly share: number }[] {
    const before = message.before.flatMap((id) => this.messages.get(id) ?? [])
    const rest = before.map((one, at) => ({ terms: this.termsOf(one), share: shareOf(one, at) }))
    return [{ terms: this.termsOf(message), share: OWN_MESSAGE }, ...rest]
  }

  /** Whether a message, or what was said before it, holds anything of what is asked about. */
  isNear(message: SaidMessage): boolean {
    return this.coverage(this.surroundingsOf(message)) > 0
  }

  /** The question that a message may answer: the nearest before it by somebody else, in a thread; else what was said right before. */
  askedBefore(message: SaidMessage): SaidMessage | undefined {
    const near = message.threadId === null ? message.before.slice(0, 1) : message.before
    const before = near.flatMap((id) => this.messages.get(id) ?? [])
    return before.find(({ speakerId, text }) => speakerId !== message.speakerId && isQuestion(lastLineOf(text)))
  }

  termsOf(message: SaidMessage): TermSet {
    const known = this.termSets.get(message.id)
    if (known) return known
    const terms = termSetOf(message.text)
    this.termSets.set(message.id, terms)
    return terms
  }
}

const OWN_MESSAGE = 0.95
const ASKED = 0.85
/** What was said before is less and less what is spoken of. */
const SAID_BEFORE = [0.7, 0.55, 0.4] as const

const shareOf = ({ text }: SaidMessage, at: number): number =>
  isQuestion(lastLineOf(text)) ? ASKED - at * 0.05 : (SAID_BEFORE[at] ?? 0.4)

const lastLineOf = (text: string): string => text.trimEnd().slice(-200)

/** Of a word that nobody uses, the rarity of one in two thousand. */
const LEAST_SHARE = 1 / 2_000

/** How much it tells that a word is found which stands in this share of all messages. */
export const rarityOf = (share: number): number => 0.5 - Math.log(Math.min(1, Math.max(LEAST_SHARE, share)))
