import type { Encoder } from '@parley/inference'
import { relationAskedIn, type SaysRelation } from '../graph/says-relation'
import { givesReason } from '../reasons'
import { UNDECIDED } from '../summary/speech-acts'
import { type Expert, rankExperts } from './rank-experts'
import { findSentences, type TalkCandidate } from './rank-sentences'
import type { FoundTalk } from './said-message'
import { confidenceIn, type RankedSentence, rankSentences, TALK_MODELS, type TalkModel } from './talk-model'
import type { TalkPerson, TalkQuestion } from './talk-question'

/** A sentence that somebody wrote, as the source of an answer. */
export interface SaidQuote {
  readonly messageId: string
  /** Stands in the message as it is. */
  readonly text: string
  /** 0 to 1. */
  readonly score: number
}

export interface TalkAnswer {
  readonly kind: 'answer' | 'unknown'
  /** The first is the answer; what differs from it follows. Of an unknown answer the closest. */
  readonly quotes: readonly SaidQuote[]
  /** Who knows, likeliest first, where that is asked; the quotes are their evidence, in the same order. */
  readonly experts: readonly string[]
  /** Calibrated probability that the first quote answers the question. */
  readonly confidence: number
}

export interface AskTalkOptions {
  readonly question: TalkQuestion
  /** Limited to what the asker may read. */
  readonly found: FoundTalk
  readonly people: readonly TalkPerson[]
  /** null: words alone are compared. */
  readonly encoder: Encoder | null
  readonly models?: typeof TALK_MODELS
}

const MOST_QUOTES = 3
/** Further sentences are quoted when they are at least this likely, measured against the first. */
const FURTHER_SHARE = 0.6
/** Decisions that are this close are about the same thing: the last one holds. */
const SAME_MATTER = 0.7
/** Said elsewhere, a decision has to name the matter itself. */
const SAME_WORDS = 0.9

/**
 * Answers a question from what people wrote, in their own sentences, or says that nothing answers it.
 *
 * @throws EncoderUnavailableError when there is an encoder and it cannot compute.
 */
export async function askTalk({
  question,
  found,
  people,
  encoder,
  models = TALK_MODELS,
}: AskTalkOptions): Promise<TalkAnswer> {
  const model = models[encoder ? 'hybrid' : 'lexical']
  if (question.words.length === 0 && question.speakerIds.length === 0) return NOTHING
  if (question.kind === 'expertise') return nameExperts(rankExperts(question, found, people), model)
  const ranked = rankSentences(await findSentences(question, found, encoder), model)
  const saysRelation = relationAskedIn(question.text)
  const answering = ranked.filter(({ candidate }) => isOfKind(candidate, question, saysRelation))
  const confidence = confidenceIn(answering, model)
  const kind = confidence >= model.threshold ? 'answer' : 'unknown'
  const shown = kind === 'answer' ? answering : ranked
  return { kind, quotes: quotesOf(shown, question), experts: [], confidence }
}

/**
 * Messages by how likely they answer, whether or not one of them would be quoted: what was found, before it is judged.
 *
 * @throws EncoderUnavailableError when there is an encoder and it cannot compute.
 */
export async function rankTalk({ question, found, encoder, models = TALK_MODELS }: AskTalkOptions): Promise<string[]> {
  const candidates = await findSentences(question, found, encoder)
  const ranked = rankSentences(candidates, models[encoder ? 'hybrid' : 'lexical'])
  return [...new Set(ranked.map(({ candidate }) => candidate.message.id))]
}

/**
 * "I maintain the gateway" does not say why it retries; whoever replies to somebody's question may say so in any words. What was
 * decided is said by a decision, or by a word that it is still open; who answers for something, by a word that somebody does.
 */
function isOfKind(
  { text, isReply, actFit }: TalkCandidate,
  { type, kind }: TalkQuestion,
  saysRelation: SaysRelation,
): boolean {
  if (kind === 'decision') return actFit === 1 || UNDECIDED.test(text)
  if (kind === 'fact' && isReply === 0 && !saysRelation(text)) return false
  return type !== 'reason' || kind !== 'fact' || isReply === 1 || givesReason(text)
}

const NOTHING: TalkAnswer = { kind: 'unknown', quotes: [], experts: [], confidence: 0 }

function nameExperts(experts: readonly Expert[], { expertThreshold }: TalkModel): TalkAnswer {
  const confidence = experts[0]?.score ?? 0
  return {
    kind: experts.length > 0 && confidence >= expertThreshold ? 'answer' : 'unknown',
    quotes: experts.map(({ evidence, score }) => ({ ...evidence, score })),
    experts: experts.map(({ personId }) => personId),
    confidence,
  }
}

/** One sentence a message, none twice. Of decisions about the same matter the newest goes first: it may have replaced the others. */
function quotesOf(ranked: readonly RankedSentence[], { kind }: TalkQuestion): SaidQuote[] {
  const chosen = chooseQuoted(ranked)
  const [best] = chosen
  const isSameMatter = (one: RankedSentence) => best !== undefined && areOfOneMatter(best, one)
  const newestFirst = chosen.filter(isSameMatter).toSorted((one, other) => atOf(other) - atOf(one))
  const ordered = kind === 'decision' ? [...newestFirst, ...chosen.filter((one) => !isSameMatter(one))] : chosen
  return ordered.map(({ candidate: { message, text }, rank }) => ({ messageId: message.id, text, score: rank }))
}

function chooseQuoted(ranked: readonly RankedSentence[]): RankedSentence[] {
  const chosen: RankedSentence[] = []
  for (const one of ranked) {
    if (chosen.length === MOST_QUOTES || one.rank < ranked[0]!.rank * FURTHER_SHARE) break
    const isKnown = chosen.some(
      ({ candidate: { message, text } }) => message.id === one.candidate.message.id || text === one.candidate.text,
    )
    if (!isKnown) chosen.push(one)
  }
  return chosen
}

const atOf = ({ candidate }: RankedSentence): number => candidate.message.at

/** Nearly as likely, a decision if the best is one, and naming no less of what was asked. */
function areOfOneMatter(best: RankedSentence, other: RankedSentence): boolean {
  const one = best.candidate
  const { actFit, coverage, heldAround } = other.candidate
  const namesIt = coverage >= one.coverage * SAME_WORDS && heldAround >= one.heldAround * SAME_WORDS
  return other.rank >= best.rank * SAME_MATTER && actFit >= one.actFit && namesIt
}
