import { isQuestion } from '../summary/speech-acts'
import { peopleIn } from './people-in-question'
import type { FoundTalk, SaidMessage } from './said-message'
import type { TalkPerson, TalkQuestion } from './talk-question'
import { talkSentences } from './talk-sentences'
import { termSetOf } from './talk-words'
import { WordScale } from './weigh-words'

/** Somebody who seems to know, with the message that shows it best. */
export interface Expert {
  readonly personId: string
  /** 0 to 1. */
  readonly score: number
  readonly evidence: { readonly messageId: string; readonly text: string }
}

interface Sign {
  readonly personId: string
  /** By itself it shows that somebody knows: "Yes, that covers most of it." answers a question and shows nothing. */
  readonly isTelling: boolean
  readonly weight: number
  readonly message: SaidMessage
}

/** At least so much of what is asked about has to stand in a message for it to count. */
const LEAST_COVERAGE = 0.5
/** By itself a message shows knowledge of the battery test only where it speaks of more than of a battery. */
const TELLING_COVERAGE = 0.7
/** Whoever alone says anything of it may know. */
const ALONE = 0.45
/** What a sign of knowledge weighs; asking shows interest, not knowledge. */
const WEIGHTS = { asked: 0.1, said: 0.5, answered: 1.4, claims: 2, named: 2.4, owns: 1.5 } as const
/** So much weight is nearly certain knowledge. */
const SATURATION = 2.5
const MOST_EXPERTS = 3
/** Further people are named when they are at least this likely, measured against the first. */
const FURTHER_SHARE = 0.6

const CLAIM =
  /\bi(?:['’]ve| have)? (?:built|wrote|written|maintain|own|run|set up|know|worked|have worked|implemented|debugged|look after|designed|integrated|migrated|used|have used|dealt|have dealt|have done|have experience|have been|tuned|wrote)\b|\bmy (?:module|service|code|area)\b|\b(?:for years|since (?:19|20)\d\d|inside out|happy to (?:show|help|explain)|ask me|send me|ping me|come by)\b|我(?:负责|维护|写的|做过|搭|改过|懂|熟|比较(?:懂|熟)|来讲|对.{1,10}熟|之前(?:做|写|接|搭|弄))|(?:对接|负责|做)过|[一二三四五六七八九十\d]年了|问我|找我|发我|是我(?:写|做|搭|接|弄)/iu
const NAMING =
  /\b(?:ask|talk to|ping|check with|speak to|knows?|expert|built|wrote|maintains?|owns?|set (?:it )?up|looks after|in charge of)\b|问|找|请教|懂|熟|负责|专家|维护|写的|做的|搭的/iu

/** Who knows about something, by what they said, answered, own, and what others say of them; likeliest first. */
export function rankExperts(question: TalkQuestion, found: FoundTalk, people: readonly TalkPerson[]): Expert[] {
  const scale = new WordScale(question, found)
  const signs = [...found.messages.flatMap((message) => signsIn(message, scale, people)), ...ownerships(found, scale)]
  const personIds = new Set(signs.map(({ personId }) => personId))
  const signsOf = (id: string) => signs.filter(({ personId }) => personId === id)
  const telling = new Set(signs.flatMap(({ personId, isTelling }) => (isTelling ? personId : [])))
  const experts = [...personIds].flatMap((id) => expertOf(id, signsOf(id), scale, telling.size === 1 ? ALONE : 0) ?? [])
  const ranked = experts.sort((one, other) => other.score - one.score)
  return ranked.filter(({ score }) => score >= ranked[0]!.score * FURTHER_SHARE).slice(0, MOST_EXPERTS)
}

function signsIn(message: SaidMessage, scale: WordScale, people: readonly TalkPerson[]): Sign[] {
  const own = scale.coverage([{ terms: scale.termsOf(message), share: 1 }])
  const around = scale.coverage(scale.surroundingsOf(message))
  if (Math.max(own, around) < LEAST_COVERAGE) return []
  const named = NAMING.test(message.text) ? peopleIn(message.text, people).filter(({ ids }) => ids.length === 1) : []
  const others = named.flatMap(({ ids }) => ids).filter((id) => id !== message.speakerId)
  if (others.length > 0)
    return others.map((personId) => ({ personId, weight: WEIGHTS.named * around, message, isTelling: true }))
  const weight = weightOf(message, own, around, scale)
  const isTelling = own >= TELLING_COVERAGE || CLAIM.test(message.text)
  return weight > 0 ? [{ personId: message.speakerId, weight, message, isTelling }] : []
}

function weightOf(message: SaidMessage, own: number, around: number, scale: WordScale): number {
  if (isQuestion(message.text)) return WEIGHTS.asked * own
  if (CLAIM.test(message.text)) return WEIGHTS.claims * around
  const asked = scale.askedBefore(message)
  if (asked && talkSentences(message).length > 0) return WEIGHTS.answered * around
  return own >= LEAST_COVERAGE ? WEIGHTS.said * own : 0
}

function ownerships({ tasks, messages }: FoundTalk, scale: WordScale): Sign[] {
  const byId = new Map(messages.map((message) => [message.id, message]))
  return tasks.flatMap(({ ownerId, title, messageId }) => {
    const message = byId.get(messageId)
    const coverage = scale.coverage([{ terms: termSetOf(title), share: 1 }])
    return message && coverage >= LEAST_COVERAGE
      ? [{ personId: ownerId, weight: WEIGHTS.owns * coverage, message, isTelling: true }]
      : []
  })
}

function expertOf(personId: string, signs: readonly Sign[], scale: WordScale, beside: number): Expert | null {
  const [best] = signs
    .filter(({ isTelling }) => isTelling)
    .toSorted((one, other) => other.weight - one.weight || other.message.at - one.message.at)
  const text = best && bestSentence(best.message, scale)
  if (!best || !text) return null
  const total = signs.reduce((sum, { weight }) => sum + weight, beside)
  return { personId, score: 1 - Math.exp(-total / SATURATION), evidence: { messageId: best.message.id, text } }
}

/** The sentence to show; a question shows nothing. */
function bestSentence(message: SaidMessage, scale: WordScale): string | undefined {
  const sentences = talkSentences(message)
  const of = (terms: ReadonlySet<string>) => scale.coverage([{ terms, share: 1 }])
  return sentences.toSorted((one, other) => of(other.terms) - of(one.terms))[0]?.text
}
