import type {
  Answer,
  Citation,
  GraphQuestion,
  QuerySources,
  RelationType,
  StructuredQuery,
  TalkAnswer,
  TalkQuestion,
} from '@parley/knowledge'
import type { Situation, TaskProposal, Understanding } from '@parley/nlu'
import type { Language } from '@parley/text'
import type { Reason } from './reasons'

/** One thing a person said to the assistant. */
export interface UserTurn {
  readonly text: string
  readonly understanding: Understanding
  readonly situation: Situation
  /** Tasks found in the message, possibly none. */
  readonly tasks: readonly TaskProposal[]
  /** What the speaker may read and so may name as a source. Default: nothing. */
  readonly sources?: QuerySources
  /** The question as a query that a person put together or changed: it is asked as it stands. */
  readonly query?: StructuredQuery
}

export type ReplyKind = 'answer' | 'template' | 'flow' | 'task' | 'handoff' | 'unknown'

export interface Reply {
  readonly kind: ReplyKind
  readonly text: string
  readonly language: Language
  readonly citations: readonly Citation[]
  /** What people wrote that it rests on, the first quoted first. */
  readonly said?: readonly SaidSource[]
  /** Why this reply, for whoever asks, in whatever language. */
  readonly reasons: readonly Reason[]
  /** For answers, how likely the first citation answers the question, 0 to 1; `null` for everything else. */
  readonly confidence: number | null
  /** Of an answer that somebody wrote and stands for. */
  readonly confirmed?: Confirmation
  /** Of an answer, found or not: the question as it was read. */
  readonly query?: StructuredQuery
}

/** A sentence that somebody wrote, with what a person needs to hear of it. */
export interface SaidSource {
  readonly messageId: string
  /** Stands in the message as it is. */
  readonly text: string
  readonly authorName: string
  /** null: a direct conversation, which has no name. */
  readonly placeName: string | null
  /** Local date and time of the asker with offset, ISO 8601. */
  readonly at: string
}

/** What people wrote that answers a question. */
export interface TalkFound extends Pick<TalkAnswer, 'kind' | 'confidence'> {
  /** The first is the answer; what differs from it follows. */
  readonly said: readonly SaidSource[]
  /** Names of those who know, where that is asked, in the order of their evidence. */
  readonly experts: readonly string[]
}

/** One step of a way through the graph, with where it stands: in a message or in a document. */
export interface GraphStep {
  readonly type: RelationType
  readonly fromName: string
  readonly toName: string
  readonly said?: SaidSource
  readonly citation?: Citation
}

/** What the graph answers: each with the steps that lead to it, every one of them quoted. */
export interface GraphFound {
  readonly answers: readonly { readonly name: string; readonly steps: readonly GraphStep[] }[]
  /** How sure the way to the first one is, 0 to 1. */
  readonly confidence: number
}

/** Who stood for an answer, and when (ISO 8601). */
export interface Confirmation {
  readonly answerId: string
  readonly by: string
  readonly at: string
}

/** An answer that somebody wrote and stands for, to a question that asks for the same. */
export interface ConfirmedAnswer {
  readonly text: string
  readonly confirmation: Confirmation
  readonly confirmerName: string
  /** The wording of the question that it was written for. */
  readonly phrasing: string
  /** How likely both ask for the same, 0 to 1. */
  readonly likeness: number
  readonly citations: readonly Citation[]
}

/** What the surrounding program has to do beside saying the reply. */
export type Act =
  | { readonly kind: 'createTask'; readonly task: TaskProposal }
  | { readonly kind: 'completeFlow'; readonly flow: string; readonly slots: FlowSlots }
  /** Of a task that an earlier turn made; `taskId` as given to `rememberTasks`. */
  | { readonly kind: 'changeTask'; readonly taskId: string; readonly change: TaskChange }
  /** `extract`: what the person wrote last, oldest first, to be passed on. */
  | {
      readonly kind: 'handOff'
      readonly receiverId: string
      readonly extract: readonly string[]
      /** Something of it sounds as if it could not wait. */
      readonly isUrgent: boolean
    }

/** What was said in a conversation. */
export interface Utterance {
  readonly role: 'user' | 'assistant'
  readonly text: string
  /** A person's words that sound as if they could not wait. */
  readonly isUrgent?: true
}

/** What a correction sets; what it leaves out stays. */
export interface TaskChange {
  readonly title?: string
  readonly assigneeId?: string | null
  readonly due?: string | null
  readonly status?: 'cancelled'
}

/** A task made in this conversation, as it is now. */
export interface RecentTask {
  readonly id: string
  readonly title: string
  readonly assigneeId: string | null
  readonly due: string | null
  /** As it was before the last correction, for "undo that". */
  readonly was?: TaskChange
}

/** Somebody who takes over from the assistant. */
export interface Receiver {
  readonly id: string
  readonly name: string
}

/** Everything that the assistant remembers of a conversation: plain JSON, stored by the surrounding program. */
export interface ConversationState {
  readonly version: 1
  readonly language: Language
  readonly flow: ActiveFlow | null
  /** Latest turns, oldest first, bounded. */
  readonly history: readonly Utterance[]
  /** Flows put aside when the topic changed, latest last; the latest comes back when the present one ends. */
  readonly paused?: readonly ActiveFlow[]
  /** The last question as it was understood: what "and next week?" leans on. */
  readonly lastQuery?: StructuredQuery
  /** The flow completed last: "another two copies" takes its details over. */
  readonly lastCompleted?: { readonly name: string; readonly slots: FlowSlots }
  /** The tasks made last, and how many turns ago they were made or changed: "make it Friday" means them. */
  readonly recentTasks?: { readonly tasks: readonly RecentTask[]; readonly turnsAgo: number }
  /** What the last reply offered, so that a plain "yes" accepts it. */
  readonly offer?: 'handOff'
}

export type FlowSlots = Readonly<Record<string, string | number>>

export interface ActiveFlow {
  readonly name: string
  /** The slot that was asked for, `confirm` (all known, waiting for a yes) or `change` (waiting to hear what to change). */
  readonly step: string
  readonly slots: FlowSlots
}

/** What a turn may ask of the surrounding program; everything is limited to what the asker may read. */
export interface TurnCapabilities {
  /** What people have written for this very question; absent where nobody can. */
  findConfirmed?(question: string, language: Language): Promise<ConfirmedAnswer | null>
  answer(query: StructuredQuery, language: Language): Promise<Answer>
  /** Asks what people wrote to each other; absent where nobody listens to them. */
  askTalk?(question: TalkQuestion): Promise<TalkFound>
  /** Asks who and what belongs together; absent where there is no graph. */
  askGraph?(question: GraphQuestion): Promise<GraphFound>
  /** Who would take over from the assistant now; `null` when nobody can. */
  findReceiver(): Promise<Receiver | null>
}

export interface TurnResult {
  readonly state: ConversationState
  readonly reply: Reply
  readonly acts: readonly Act[]
  /** Why the reply first composed was not sent; empty when it passed its checks. */
  readonly faults: readonly ReplyFault[]
}

/** A check that a composed reply failed. */
export type ReplyFault = 'empty' | 'wrongLanguage' | 'unfilledPlaceholder' | 'ungrounded' | 'secret'
