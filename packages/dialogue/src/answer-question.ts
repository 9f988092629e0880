import type { Answer, Citation, StructuredQuery } from '@parley/knowledge'
import { queryTerms } from '@parley/text'
import type { Bilingual } from './bilingual'
import { CAPABILITIES } from './capabilities'
import type { Draft, Move, Scene } from './draft'
import { holdsSecret } from './find-secret'
import { isElliptic, type QuestionReading, readingsOf } from './follow-up'
import { isQuestion } from './question'
import { queryOf, readQuestion } from './read-question'
import { percent, type Reason, reason } from './reasons'
import { asksTalk } from './talk-reading'
import { OFFER } from './templates/hand-off'
import type { TalkFound, TurnCapabilities } from './turn'

const LINES = {
  unknown: { zh: '我在知识库里没有找到相关内容。', en: 'I found nothing about this in the knowledge base.' },
  unsaid: {
    zh: '消息和知识库里都没有找到相关内容。',
    en: 'I found nothing about this, neither in messages nor in the knowledge base.',
  },
  closest: {
    zh: '没有找到确切答案，最接近的是《{source}》。',
    en: 'I did not find the answer. The closest is “{source}”.',
  },
  notUnderstood: { zh: '这句话我没看懂。', en: 'I did not understand that.' },
} satisfies Record<string, Bilingual>

/** An answer with its sources, when there is one. */
export async function answerQuestion(scene: Scene): Promise<Move | null> {
  const readings = queriesOf(scene)
  for (const reading of readings) {
    const answer = await scene.capabilities.answer(reading.query, scene.language)
    const focused = answer.kind === 'answer' ? aboutFocus(answer, reading) : null
    if (focused) return answered(withQuestion(scene, readings[0], reading), reading, focused)
  }
  return null
}

export interface ReadQuestion extends QuestionReading {
  readonly query: StructuredQuery
}

/** What the message may ask, as queries, the likeliest first. */
export function queriesOf(scene: Scene): readonly ReadQuestion[] {
  const { turn, text, state } = scene
  if (turn.query) return [{ question: turn.query.text, focus: null, share: 0, leans: null, query: turn.query }]
  const readings = readingsOf(text, state.lastQuery, (words) => readQuestion(words, scene))
  return readings.map((reading) => ({ ...reading, query: queryOf(reading, scene) }))
}

/** "And for contractors?" belongs to the question before it, whatever the intent head makes of so few words. */
export async function answerFollowUp(scene: Scene): Promise<Move | null> {
  const follows = scene.state.lastQuery !== undefined && isElliptic(scene.text)
  return follows ? answerQuestion(scene) : null
}

/** Asks each question once a turn: what found no answer names its nearest source later without another search. */
export function rememberingAnswers({ answer, askTalk, ...others }: TurnCapabilities): TurnCapabilities {
  const asked = new Map<string, Promise<Answer>>()
  return {
    ...others,
    ...(askTalk && { askTalk: rememberingTalk(askTalk) }),
    answer(query, language) {
      const key = JSON.stringify(query)
      const found = asked.get(key) ?? answer(query, language)
      asked.set(key, found)
      return found
    },
  }
}

function rememberingTalk(askTalk: NonNullable<TurnCapabilities['askTalk']>): NonNullable<TurnCapabilities['askTalk']> {
  const asked = new Map<string, Promise<TalkFound>>()
  return (question) => {
    // The same words may be asked of other people, days or channels.
    const key = JSON.stringify(question)
    const found = asked.get(key) ?? askTalk(question)
    asked.set(key, found)
    return found
  }
}

/**
 * Nothing fits: says so, names the closest source where there is one, and offers a person (unless a flow is open, where
 * a "yes" would belong to the flow).
 */
export async function admitUnknown(scene: Scene): Promise<Move> {
  const { state, language, turn } = scene
  // A query that is tried again in another form is no talk in which a "yes" could follow.
  const isFree = state.flow === null && turn.query === undefined
  const [best] = queriesOf(scene)
  const citations = await nearMisses(scene, best)
  const source = citations[0] && sourceName(citations[0])
  const found = source ? LINES.closest[language].replace('{source}', () => source) : nothingFound(scene)
  const text = [found, ...(isFree ? [OFFER[language]] : [])].join(language === 'en' ? ' ' : '')
  const isUnread = turn.understanding.intent.name === null
  const why = [
    ...(isUnread ? (['notUnderstood'] as const) : []),
    ...(asksSomething(scene) ? (['noSource'] as const) : []),
  ]
  const reasons = why.map((key) => reason(key))
  const { state: asked } = withQuestion(scene, best, null)
  const query = best && asksSomething(scene) ? { query: best.query } : {}
  return {
    state: isFree ? { ...asked, offer: 'handOff' } : asked,
    draft: { kind: 'unknown', language, text, values: source ? [source] : [], citations, reasons, ...query },
    acts: [],
  }
}

/** Only a question misses something in the knowledge base; of anything else it is honest to say that it was not understood. */
function nothingFound(scene: Scene): string {
  const { language, turn } = scene
  if (isAskedOfTalk(scene)) return LINES.unsaid[language]
  if (asksSomething(scene) || turn.understanding.intent.name !== null) return LINES.unknown[language]
  return [LINES.notUnderstood[language], CAPABILITIES[language]].join(language === 'en' ? ' ' : '')
}

/** Whether it is asked what people said, and somebody was there to be asked. */
const isAskedOfTalk = ({ capabilities, text, turn }: Scene): boolean =>
  capabilities.askTalk !== undefined && asksTalk(text, turn.situation)

const asksSomething = ({ text, turn }: Scene) => turn.query !== undefined || isQuestion(text)

/** Below this the nearest passage has nothing to do with the question, and naming it would mislead. */
const LEAST_NEAR_CONFIDENCE = 0.1

/** What a question nearly found. A message that asks nothing has missed nothing. */
async function nearMisses(scene: Scene, best: ReadQuestion | undefined): Promise<readonly Citation[]> {
  if (!best || !asksSomething(scene)) return []
  const { kind, confidence, citations } = await scene.capabilities.answer(best.query, scene.language)
  const isNear = kind === 'unknown' && confidence >= LEAST_NEAR_CONFIDENCE
  return isNear ? citations.filter(({ quote }) => !holdsSecret(quote)) : []
}

/** "Travel policy › Hotels": the title, and the innermost heading where it says more. */
function sourceName({ title, headingPath }: Citation): string {
  const heading = headingPath.at(-1)
  return heading && heading !== title ? `${title} › ${heading}` : title
}

function answered({ state, language }: Scene, { question, leans, query }: ReadQuestion, answer: Answer): Move {
  const readAs = leans !== null ? [reason('followUp', { what: question })] : []
  const draft: Draft = {
    kind: 'answer',
    language,
    text: answer.text,
    values: answer.citations.flatMap(({ quote, title }) => [quote, title]),
    citations: answer.citations,
    reasons: [...readAs, ...sourceReason(answer)],
    confidence: answer.confidence,
    query,
  }
  return { state, draft, acts: [] }
}

/** What the next follow-up leans on: an elliptic question in its best reading, another as it was answered. */
export function withQuestion(scene: Scene, best: ReadQuestion | undefined, answered: ReadQuestion | null): Scene {
  const reading = isElliptic(scene.text) ? best : answered
  const query = reading && reading.question.length <= LONGEST_QUESTION ? reading.query : readBriefly(scene)
  return { ...scene, state: { ...scene.state, lastQuery: query } }
}

/** Questions joined to the ones before them would grow without end. */
const LONGEST_QUESTION = 200

const readBriefly = (scene: Scene) => readQuestion(scene.text.slice(-LONGEST_QUESTION), scene)

function sourceReason({ citations, confidence }: Answer): Reason[] {
  return citations.slice(0, 1).map(({ title }) => reason('source', { title, percent: percent(confidence) }))
}

/**
 * Holds an answer to what its reading demands: the source that names the focus goes first; `null` when none does. Only
 * sources in the asker's script can be held to its words.
 */
function aboutFocus(answer: Answer, { focus, share }: QuestionReading): Answer | null {
  if (focus === null) return answer
  const terms = queryTerms(focus).filter((term) => hasHan(term) || term.length > LONGEST_PARTICLE)
  const isComparable = ({ quote }: Citation) => hasHan(quote) === hasHan(focus)
  if (terms.length === 0 || !answer.citations.some(isComparable)) return answer
  const named = answer.citations.find((citation) => isComparable(citation) && sharedTerms(citation, terms) > share)
  if (!named || named === answer.citations[0]) return named ? answer : null
  const others = answer.citations.filter((citation) => citation !== named)
  return { ...answer, text: named.quote, citations: [named, ...others] }
}

/** Latin words up to this length ("for", "the") name nothing. */
const LONGEST_PARTICLE = 3

function sharedTerms({ quote, headingPath, title }: Citation, terms: readonly string[]): number {
  const named = new Set(queryTerms([quote, ...headingPath, title].join('\n')))
  return terms.filter((term) => named.has(term)).length / terms.length
}

const hasHan = (text: string) => /\p{Script=Han}/u.test(text)
