import type { Answer, Citation } from '@parley/knowledge'
import { type Language, queryTerms } from '@parley/text'
import type { Bilingual } from './bilingual'
import type { Draft, Move, Scene } from './draft'
import { isElliptic, type QuestionReading, readingsOf } from './follow-up'
import { percent, reason } from './reasons'

const LINES = {
  unknown: { zh: '我在知识库里没有找到相关内容。', en: 'I found nothing about this in the knowledge base.' },
  offer: { zh: '需要的话，我可以转人工，要转吗？', en: 'I can hand you over to a person. Shall I?' },
} satisfies Record<string, Bilingual>

/** An answer with its sources, when there is one. */
export async function answerQuestion(scene: Scene): Promise<Move | null> {
  const { language, capabilities, state } = scene
  const readings = readingsOf(scene.text, state.lastQuestion, language)
  for (const reading of readings) {
    const answer = await capabilities.answer(reading.question, language)
    const focused = answer.kind === 'answer' ? aboutFocus(answer, reading) : null
    if (focused) return answered(withQuestion(scene, readings[0], reading), reading, focused)
  }
  return null
}

/** "And for contractors?" belongs to the question before it, whatever the intent head makes of so few words. */
export async function answerFollowUp(scene: Scene): Promise<Move | null> {
  const follows = scene.state.lastQuestion !== undefined && isElliptic(scene.text)
  return follows ? answerQuestion(scene) : null
}

/** Nothing fits: says so, and offers a person (unless a flow is open, where a "yes" would belong to the flow). */
export function admitUnknown(scene: Scene): Move {
  const { state, language, turn } = scene
  const isFree = state.flow === null
  const lines = isFree ? [LINES.unknown, LINES.offer] : [LINES.unknown]
  const text = lines.map((line) => line[language]).join(language === 'en' ? ' ' : '')
  const why =
    turn.understanding.intent.name === null ? (['notUnderstood', 'noSource'] as const) : (['noSource'] as const)
  const reasons = why.map((name) => reason(name, language))
  const [best] = readingsOf(scene.text, state.lastQuestion, language)
  const { state: asked } = withQuestion(scene, best, null)
  return {
    state: isFree ? { ...asked, offer: 'handOff' } : asked,
    draft: { kind: 'unknown', language, text, values: [], citations: [], reasons },
    acts: [],
  }
}

function answered({ state, language, text }: Scene, { question, focus }: QuestionReading, answer: Answer): Move {
  const readAs = focus !== null || question !== text.trim() ? [reason('followUp', language, { what: question })] : []
  const draft: Draft = {
    kind: 'answer',
    language,
    text: answer.text,
    values: answer.citations.flatMap(({ quote, title }) => [quote, title]),
    citations: answer.citations,
    reasons: [...readAs, ...sourceReason(answer, language)],
  }
  return { state, draft, acts: [] }
}

/** What the next follow-up leans on: an elliptic question in its best reading, another as it was answered. */
function withQuestion(scene: Scene, best: QuestionReading | undefined, answered: QuestionReading | null): Scene {
  const reading = isElliptic(scene.text) ? best : answered
  const lastQuestion = (reading?.question ?? scene.text).slice(-LONGEST_QUESTION)
  return { ...scene, state: { ...scene.state, lastQuestion } }
}

/** Questions joined to the ones before them would grow without end. */
const LONGEST_QUESTION = 200

function sourceReason({ citations, confidence }: Answer, language: Language): string[] {
  return citations.slice(0, 1).map(({ title }) => reason('source', language, { title, percent: percent(confidence) }))
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
