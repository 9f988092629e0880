import {
  type ConversationState,
  newConversation,
  type ReplyFault,
  type TurnCapabilities,
  takeTurn,
} from '@parley/dialogue'
import type { Encoder } from '@parley/inference'
import type { IntentClassifier, Person, Situation } from '@parley/nlu'
import { type AssistantParts, openAssistantParts } from './assistant-parts'
import { byLanguage } from './by-language'
import { type ConversationRow, readConversations } from './conversation-file'
import type { ReportProgress } from './index-corpus'
import { judgeTurn, slotsAfter } from './judge-turn'

export interface EvaluateConversationsOptions {
  /** JSONL `{lang,now,docs:[{title,text}],directory?,turns:[{user,expect}]}`. */
  readonly test: string
  readonly encoder: Encoder | null
  /** Trained for this encoder. */
  readonly classifier: IntentClassifier
  /** Trained on the request pack; without it tasks are found by rules alone. */
  readonly requests?: IntentClassifier | undefined
  readonly report?: ReportProgress
}

export interface ConversationScores {
  /** Conversations. */
  readonly n: number
  readonly turns: number
  /** Share of turns that did all that was expected. */
  readonly turnAccuracy: number
  /** Share of conversations whose turns all did. */
  readonly conversationAccuracy: number
}

/** A turn that did not do what was expected. */
export interface TurnFailure {
  /** Conversation and turn, from 1. */
  readonly conversation: number
  readonly turn: number
  readonly user: string
  readonly reply: { readonly kind: string; readonly text: string }
  readonly problems: readonly string[]
  /** Checks that the reply composed first did not pass. */
  readonly faults: readonly ReplyFault[]
}

export interface ConversationsEvaluation extends ConversationScores {
  readonly task: 'conversations'
  readonly lang: Readonly<Record<string, ConversationScores>>
  readonly failures: readonly TurnFailure[]
  readonly encoder: string | null
  readonly seconds: number
}

/** Who is there when a conversation names nobody; the speaker is the first. */
export const DEFAULT_DIRECTORY: readonly Person[] = [
  { id: 'zhou-ning', name: '周宁', aliases: ['Zhou Ning'] },
  { id: 'wang-wei', name: '王伟', aliases: ['Wang Wei', 'Wei'] },
  { id: 'li-na', name: 'Li Na', aliases: ['李娜'] },
  { id: 'zhang-min', name: '张敏', aliases: ['Zhang Min'] },
  { id: 'chen-jie', name: '陈杰', aliases: ['Chen Jie'] },
  { id: 'liu-yang', name: '刘洋', aliases: ['Liu Yang'] },
  { id: 'alice', name: 'Alice Chen', aliases: ['Alice'] },
  { id: 'bob', name: 'Bob Miller', aliases: ['Bob'] },
  { id: 'maria', name: 'Maria Garcia', aliases: ['Maria'] },
  { id: 'tom', name: 'Tom Becker', aliases: ['Tom'] },
]

interface Outcome {
  readonly language: string
  readonly turns: number
  readonly failures: readonly TurnFailure[]
}

/**
 * Measures the assistant over several turns: every conversation on a fresh state, with its own documents, by the parts
 * that the server uses.
 *
 * @throws EvaluationInputError for unusable files.
 */
export async function evaluateConversations(options: EvaluateConversationsOptions): Promise<ConversationsEvaluation> {
  const start = performance.now()
  const { encoder, report } = options
  const rows = await readConversations(options.test)
  const parts = openAssistantParts(encoder, options)
  const outcomes: Outcome[] = []
  for (const row of rows) {
    outcomes.push(await holdConversation(row, outcomes.length + 1, parts))
    report?.({ step: 'converse', done: outcomes.length, total: rows.length })
  }
  return {
    task: 'conversations',
    ...scores(outcomes),
    lang: byLanguage(outcomes, ({ language }) => language, scores),
    failures: outcomes.flatMap(({ failures }) => failures),
    encoder: encoder?.id ?? null,
    seconds: (performance.now() - start) / 1000,
  }
}

async function holdConversation(row: ConversationRow, conversation: number, parts: AssistantParts): Promise<Outcome> {
  const directory = row.directory ?? DEFAULT_DIRECTORY
  const findReceiver: TurnCapabilities['findReceiver'] = async () => directory.at(-1) ?? null
  const capabilities: TurnCapabilities = { answer: await parts.openKnowledge(row.docs), findReceiver }
  const situation: Situation = { now: row.now, speakerId: directory[0]?.id ?? 'speaker', directory }
  const failures: TurnFailure[] = []
  let state: ConversationState = newConversation(row.lang)
  for (const [index, { user, expect }] of row.turns.entries()) {
    const understanding = await parts.understand(user, situation)
    const tasks = parts.extractTasks(user, understanding, situation)
    const result = await takeTurn(state, { text: user, understanding, situation, tasks }, capabilities)
    const problems = judgeTurn(expect, result, slotsAfter(result, understanding, directory))
    const { kind, text } = result.reply
    const failure = { conversation, turn: index + 1, user, reply: { kind, text }, problems, faults: result.faults }
    if (problems.length > 0) failures.push(failure)
    state = result.state
  }
  return { language: row.lang, turns: row.turns.length, failures }
}

function scores(outcomes: readonly Outcome[]): ConversationScores {
  const turns = outcomes.reduce((sum, outcome) => sum + outcome.turns, 0)
  const failed = outcomes.reduce((sum, outcome) => sum + outcome.failures.length, 0)
  const clean = outcomes.filter(({ failures }) => failures.length === 0).length
  return {
    n: outcomes.length,
    turns,
    turnAccuracy: (turns - failed) / turns,
    conversationAccuracy: clean / outcomes.length,
  }
}
