import { foldTraditional } from '@parley/text'
import type { Move, Scene } from './draft'
import { fillTemplate } from './fill-template'
import { isElliptic } from './follow-up'
import { isInformationQuestion, isQuestion } from './question'
import { readSignal } from './read-signal'
import { intentReason } from './reasons'
import type { Template } from './template'
import { SMALL_TALK } from './templates/small-talk'
import { TEAM_WORK } from './templates/team-work'
import { isTopic } from './topic'

export const TEMPLATES: readonly Template[] = [...SMALL_TALK, ...TEAM_WORK]

/** The ready reply to a known intent; questions are left to the knowledge base unless the template is made for them. */
export function replyFromTemplate(scene: Scene): Move | null {
  const template = templateFor(scene)
  const isLeftToAnswer = template?.fitsQuestions ? isGuess(scene, LIKELY) : isQuestion(scene.text)
  return template && !isLeftToAnswer ? fromTemplate(scene, template) : null
}

/** The same, for a question that no source could answer ("how are you?"); a guess at one is worse than "not known". */
export function replyFromAnyTemplate(scene: Scene): Move | null {
  const template = templateFor(scene)
  return template && !isGuess(scene, CERTAIN) && !isElliptic(scene.text) ? fromTemplate(scene, template) : null
}

const CERTAIN = 0.8

/** Enough for a reply that is made for questions. */
const LIKELY = 0.6

const isGuess = ({ text, turn }: Scene, atLeast: number) =>
  isInformationQuestion(text) && turn.understanding.intent.confidence < atLeast

/** A greeting or farewell of so few words is a plain one. */
const PLAIN = 0.95
const MEETING = new Set(['greet', 'goodbye'])

/** Answers to the assistant's own questions: while a flow is open they belong to it. */
const ANSWERS = new Set(['confirm', 'deny', 'cancel'])

function templateFor({ turn, state, text }: Scene): Template | undefined {
  const { name, confidence } = turn.understanding.intent
  const isFirm = confidence >= CERTAIN
  const meant = !isFirm && readSignal(text) === 'cancel' ? 'cancel' : name
  const template = TEMPLATES.find(({ intent }) => intent === meant)
  if (!template || template.saidBy?.test(foldTraditional(text)) === false) return undefined
  // A bare name is neither, whatever the head is reminded of.
  if (confidence < PLAIN && MEETING.has(template.intent) && isTopic(text)) return undefined
  return state.flow !== null && (!isFirm || ANSWERS.has(template.intent)) ? undefined : template
}

function fromTemplate({ state, turn, language }: Scene, template: Template): Move {
  const name = turn.situation.directory.find(({ id }) => id === turn.situation.speakerId)?.name
  const variants = template.replies[language].filter((variant) => name !== undefined || !variant.includes('{name}'))
  const variant = variants[Math.floor(state.history.length / 2) % variants.length] ?? ''
  const offers = template.offersPerson && state.flow === null
  return {
    state: offers ? { ...state, offer: 'handOff' } : state,
    draft: {
      kind: 'template',
      language,
      text: fillTemplate(variant, { name: name ?? '' }),
      values: name === undefined ? [] : [name],
      citations: [],
      reasons: [intentReason(turn.understanding.intent, template.title)],
    },
    acts: [],
  }
}
