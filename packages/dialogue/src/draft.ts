import type { Citation, StructuredQuery } from '@parley/knowledge'
import type { Language } from '@parley/text'
import type { Reason } from './reasons'
import type {
  Act,
  Confirmation,
  ConversationState,
  Reply,
  ReplyKind,
  SaidSource,
  TurnCapabilities,
  UserTurn,
} from './turn'

/** A reply as composed, before its checks: our own words and other people's words are kept apart. */
export interface Draft {
  readonly kind: ReplyKind
  readonly language: Language
  readonly text: string
  /** Our own closing line, for instance what an open flow still waits for. */
  readonly coda?: string
  /** Words of people and documents that were filled in: data, held to no rule of ours. */
  readonly values: readonly string[]
  readonly citations: readonly Citation[]
  /** What people wrote that it rests on. */
  readonly said?: readonly SaidSource[]
  readonly reasons: readonly Reason[]
  /** Of an answer: how likely its first citation answers the question. */
  readonly confidence?: number
  /** Its text is what a person wrote and stands for: it needs no quotation. */
  readonly confirmed?: Confirmation
  /** Of an answer, found or not: the question as it was read. */
  readonly query?: StructuredQuery
}

/** One turn as the handlers see it. */
export interface Scene {
  /** As it was before the turn, less the offer, which stands for one turn only. */
  readonly state: ConversationState
  readonly offer: ConversationState['offer'] | null
  readonly turn: UserTurn
  /** The beginning of the message, without the assistant's name. */
  readonly text: string
  readonly language: Language
  readonly capabilities: TurnCapabilities
}

/** What a handler decided: the reply, the acts, and the state afterwards. */
export interface Move {
  readonly state: ConversationState
  readonly draft: Draft
  readonly acts: readonly Act[]
}

export function replyOf(draft: Draft): Reply {
  const { kind, language, citations, reasons, confidence = null, said = [], query, confirmed } = draft
  const marks = { ...(said.length > 0 && { said }), ...(query && { query }), ...(confirmed && { confirmed }) }
  const text = draft.coda ? `${draft.text}\n\n${draft.coda}` : draft.text
  return { kind, text, language, citations, reasons, confidence, ...marks }
}
