import type { Encoder } from '@parley/inference'
import {
  type AskTalkOptions,
  askTalk,
  type PlacedMessage,
  rankTalk,
  readTalkQuestion,
  wholeTalk,
} from '@parley/knowledge'
import { detectLanguage } from '@parley/text'
import { tokenF1 } from './answer-metrics'
import { byLanguage } from './by-language'
import { type Chat, chat, saidIn } from './chat-file'
import type { ReportProgress } from './index-corpus'
import { type LatencyMs, summariseLatency } from './latency'
import { readJsonl } from './read-jsonl'
import { share } from './share'

export interface EvaluateMemoryOptions {
  readonly test: string
  /** null: words alone are compared. */
  readonly encoder: Encoder | null
  readonly version: string
  readonly report?: ReportProgress
}

export interface MemoryScores {
  /** Questions, the adversarial ones included. */
  readonly n: number
  /** Share of the answerable questions with a turn that answers among the first five. */
  readonly sentenceHit5: number
  /** Of the first quote against the answer, over answerable questions, 0 when refused: quotes are whole sentences. */
  readonly f1: number
  /** Share of the adversarial questions that were refused; null when there are none. */
  readonly refusalRecall: number | null
  /** Share of the answerable questions that were refused. */
  readonly falseRefusal: number
}

export interface MemoryEvaluation extends MemoryScores {
  readonly task: 'memory'
  readonly lang: Readonly<Record<string, MemoryScores>>
  /** Share of hits by the kind that the file gives a question. */
  readonly kinds: Readonly<Record<string, number>>
  /** Question to answer, one at a time. */
  readonly latencyMs: LatencyMs
  readonly encoder: string | null
  readonly version: string
  readonly seconds: number
}

interface Outcome {
  readonly kind: string
  readonly language: string
  readonly isAnswerable: boolean
  readonly isAnswered: boolean
  readonly isHit: boolean
  readonly f1: number
  readonly ms: number
}

const AMONG = 5
const ADVERSARIAL = /^adversarial/

/**
 * `eval memory`: questions about months of talk, by what answers them in channels. Who asks comes after everything that was said.
 *
 * @throws EvaluationInputError for an unusable file.
 */
export async function evaluateMemory(options: EvaluateMemoryOptions): Promise<MemoryEvaluation> {
  const started = performance.now()
  const chats = await readJsonl(options.test, chat)
  const total = chats.reduce((sum, { qa }) => sum + asked(qa).length, 0)
  const outcomes: Outcome[] = []
  for (const one of chats) {
    const messages = saidIn(one)
    for (const question of asked(one.qa)) {
      outcomes.push(await judge(question, one, messages, options.encoder))
      options.report?.({ step: 'answer', done: outcomes.length, total })
    }
  }
  return {
    ...{ task: 'memory', ...scoresOf(outcomes) },
    lang: byLanguage(outcomes, ({ language }) => language, scoresOf),
    kinds: byLanguage(outcomes.filter(isAnswerable), ({ kind }) => kind, hitShare),
    latencyMs: summariseLatency(outcomes.map(({ ms }) => ms)),
    ...{ encoder: options.encoder?.id ?? null, version: options.version },
    seconds: (performance.now() - started) / 1_000,
  }
}

/** A few questions of LoCoMo name no turn: nothing can be said of them. */
const asked = (qa: Chat['qa']): Chat['qa'] =>
  qa.filter(({ evidence, kind }) => evidence.length > 0 || ADVERSARIAL.test(kind))

async function judge(
  { question: text, answer, evidence, kind }: Chat['qa'][number],
  { speakers, lang }: Chat,
  messages: readonly PlacedMessage[],
  encoder: Encoder | null,
): Promise<Outcome> {
  const started = performance.now()
  const people = speakers.map((name) => ({ id: name, name, aliases: [] }))
  const now = new Date((messages.at(-1)?.at ?? 0) + 1).toISOString()
  const question = readTalkQuestion(text, { askerId: '', now, people })
  const ask: AskTalkOptions = { question, found: wholeTalk(messages, question), people, encoder }
  const answered = await askTalk(ask)
  const ms = performance.now() - started
  const isAnswered = answered.kind === 'answer'
  const first = isAnswered ? answered.quotes[0]?.text : undefined
  return {
    ...{ kind, language: lang ?? detectLanguage(text), isAnswerable: !ADVERSARIAL.test(kind), isAnswered, ms },
    isHit: (await rankTalk(ask)).slice(0, AMONG).some((id) => evidence.includes(id)),
    f1: first === undefined || answer === undefined ? 0 : tokenF1(first, [answer]),
  }
}

const isAnswerable = (outcome: Outcome): boolean => outcome.isAnswerable

function scoresOf(outcomes: readonly Outcome[]): MemoryScores {
  const answerable = outcomes.filter(isAnswerable)
  const adversarial = outcomes.filter((one) => !one.isAnswerable)
  const refused = (some: readonly Outcome[]) => share(some.filter(({ isAnswered }) => !isAnswered).length, some.length)
  return {
    n: outcomes.length,
    sentenceHit5: hitShare(answerable),
    f1: share(
      answerable.reduce((sum, { f1 }) => sum + f1, 0),
      answerable.length,
    ),
    refusalRecall: adversarial.length === 0 ? null : refused(adversarial),
    falseRefusal: refused(answerable),
  }
}

const hitShare = (outcomes: readonly Outcome[]): number =>
  share(outcomes.filter(({ isHit }) => isHit).length, outcomes.length)
