import type { Answer, StructuredQuery } from '@parley/knowledge'
import type { Person, Slot, SlotValue, TaskProposal, Tone } from '@parley/nlu'
import { detectLanguage, type Language } from '@parley/text'
import { newConversation, rememberTasks } from '../conversation'
import { takeTurn } from '../take-turn'
import type { ConversationState, Receiver, TurnResult, UserTurn } from '../turn'

/** What the understanding of a message would hold, given by the test: the intent, and values by the words that carry them. */
export interface Understood {
  readonly intent?: string
  readonly confidence?: number
  readonly values?: Readonly<Record<string, SlotValue>>
  readonly tasks?: readonly TaskProposal[]
  readonly tone?: Tone
}

export const DIRECTORY: readonly Person[] = [
  { id: 'speaker', name: '周宁', aliases: [] },
  { id: 'wang-wei', name: '王伟', aliases: ['Wang Wei'] },
  { id: 'li-na', name: 'Li Na', aliases: ['李娜'] },
]

export function turnOf(text: string, understood: Understood = {}): UserTurn {
  const { intent = null, confidence = intent === null ? 0.2 : 0.95 } = understood
  return {
    text,
    understanding: {
      language: detectLanguage(text),
      intent: { name: intent, confidence, threshold: 0.5, ranking: [], nearestExamples: [], features: 'ngrams' },
      slots: Object.entries(understood.values ?? {}).map(([words, value]) => slotAt(text, words, value)),
      ...(understood.tone && { tone: understood.tone }),
    },
    situation: { now: '2026-11-23T09:00:00+08:00', speakerId: 'speaker', directory: DIRECTORY },
    tasks: understood.tasks ?? [],
  }
}

function slotAt(text: string, words: string, value: SlotValue): Slot {
  const start = text.indexOf(words)
  if (start < 0) throw new Error(`the test names “${words}”, which is not in “${text}”`)
  return { start, end: start + words.length, text: words, value, source: 'recogniser' }
}

export const NOT_KNOWN: Answer = {
  kind: 'unknown',
  text: '',
  language: 'en',
  confidence: 0.1,
  citations: [],
  reasons: [],
}

export function answerFrom(quote: string, headingPath: readonly string[] = []): Answer {
  const citation = {
    documentId: 'd',
    passageId: 'p',
    title: 'Handbook',
    headingPath,
    quote,
    start: 0,
    end: quote.length,
    score: 0.9,
  }
  return {
    kind: 'answer',
    text: quote,
    language: detectLanguage(quote),
    confidence: 0.9,
    citations: [citation],
    reasons: [],
  }
}

/** A conversation that goes through JSON between turns, as it does when it is stored. */
export class Conversation {
  #state: ConversationState
  readonly asked: string[] = []
  receiver: Receiver | null = { id: 'li-na', name: 'Li Na' }
  readonly #answers: Readonly<Record<string, Answer>>

  constructor(language: Language, answers: Readonly<Record<string, Answer>> = {}) {
    this.#state = newConversation(language)
    this.#answers = answers
  }

  get state(): ConversationState {
    return this.#state
  }

  async say(text: string, understood: Understood = {}): Promise<TurnResult> {
    const answer = async ({ text: question }: StructuredQuery) => {
      this.asked.push(question)
      return this.#answers[question] ?? NOT_KNOWN
    }
    const findReceiver = async () => this.receiver
    const result = await takeTurn(this.#state, turnOf(text, understood), { answer, findReceiver })
    this.#state = JSON.parse(JSON.stringify(withTasksMade(result)))
    return result
  }
}

/** Names the tasks that a turn made as a program that stores them does: task-1, task-2. */
function withTasksMade({ state, acts }: TurnResult): ConversationState {
  const made = acts.flatMap((act) => (act.kind === 'createTask' ? [act.task] : []))
  const tasks = made.map(({ title, assigneeId, due }, index) => ({ id: `task-${index + 1}`, title, assigneeId, due }))
  return tasks.length === 0 ? state : rememberTasks(state, tasks)
}
