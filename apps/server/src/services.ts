import type { TalkMessage, TalkSummary } from '@parley/knowledge'
import type { IntentFigures } from '@parley/nlu'
import type {
  AssistantReply,
  Attention,
  ChannelId,
  CommandAnswer,
  CommandInput,
  EphemeralFrame,
  FoundMentions,
  IntentExplanation,
  Invocation,
  LabelKind,
  MessageId,
  PersonPresence,
  QueryAnswer,
  QuestionId,
  RuleDefinition,
  SaidSentence,
  Understanding,
  UserId,
} from '@parley/protocol'
import type { Selectable } from 'kysely'
import type { Actor } from './actor'
import type { AtOnce } from './at-once'
import type { KnownDevices } from './commands/session/known-devices'
import type { SignInGuard } from './commands/session/sign-in-guard'
import type { Alongside } from './commands/workspace/create-first-person'
import type { FileServices } from './files/file-services'
import type { InTurn } from './in-turn'
import type { Library } from './library/library'
import type { RateLimits } from './rate-limits'
import type { SecretBox } from './secrets/secret-box'
import type { Sessions } from './sessions'
import type { SourceLimits } from './sources/found-item'
import type { SlashCommandTable } from './store/integration-tables'
import type { Store } from './store/store'
import type { TransferServices } from './transfers/transfers'

/** What commands and queries work with. */
export interface Services {
  readonly version: string
  readonly store: Store
  readonly sessions: Sessions
  readonly signInGuard: SignInGuard
  readonly knownDevices: KnownDevices
  /** Hashing a password is made costly: few at once, or strangers could keep this machine busy. */
  readonly passwordChecks: AtOnce
  readonly rateLimits: RateLimits
  readonly sockets: SocketControl
  readonly library: Library
  readonly assistant: AssistantServices
  readonly files: FileServices
  readonly people: PeopleServices
  readonly live: LiveServices
  readonly demo: DemoServices
  readonly push: PushServices
  readonly hooks: HookServices
  /** A command that is given again while it still goes on waits for the first. */
  readonly repeats: InTurn
  /** Imports and exports. */
  readonly transfers: TransferServices
  readonly intents: IntentServices
  readonly evaluations: EvaluationServices
  readonly sources: SourceServices
  readonly graph: GraphServices
  readonly knowledge: KnowledgeServices
  readonly rules: RuleServices
  readonly secrets: SecretBox
}

/** Where documents come from by themselves; who looks there stands above commands and is handed in. */
export interface SourceServices {
  readonly limits: SourceLimits
  /** Looks at a source as soon as it can. */
  ask(sourceId: string): Promise<void>
  /** Whatever is being done for this source, it stops. */
  cancel(sourceId: string): Promise<void>
}

/** Who and what belongs together, read in the background. */
export interface GraphServices {
  /** To be called when a document has changed: of these there are no events. */
  heedDocuments(): void
}

/** Measuring on labelled messages. */
export interface EvaluationServices {
  readonly isAvailable: boolean
  /** Measures in the background what stands in the database under this id. */
  begin(task: EvaluationTask): void
  progressOf(id: string): number
  cancel(id: string): Promise<void>
}

export interface EvaluationTask {
  readonly id: string
  readonly workspaceId: string
  readonly kind: LabelKind
  /** Of intents; null: as shipped. */
  readonly modelId: string | null
  /** Undefined: nothing to compare with. */
  readonly otherModelId: string | null | undefined
}

/** The workspace's own intents, and what reads them. */
export interface IntentServices {
  /** Whether this server tells intents at all. */
  readonly isAvailable: boolean
  status(): LearningState
  /** Of the model in use, at its own threshold; null while nobody has judged it. */
  figures(): Promise<IntentFigures | null>
  /** To be called when examples have changed. */
  learn(): void
  /** To be called when another model or threshold was chosen; rejects when it cannot be used. */
  useChosen(): Promise<void>
}

/** The administrators' rules in what reads messages. */
export interface RuleServices {
  /** To be called when rules have changed: they hold from the next message on. */
  use(): Promise<void>
  /** What messages are as they are read now, and as they would be; those are left out that the rule cannot hold for. */
  try(draft: TriedRule, messages: readonly TriedMessage[]): Promise<TriedReading[]>
}

export interface TriedRule {
  readonly workspaceId: string
  /** Null: a new one. */
  readonly ruleId: string | null
  readonly definition: RuleDefinition
}

export interface TriedMessage {
  readonly text: string
  readonly channelId: string
  readonly author: Pick<Actor, 'userId' | 'timeZone'>
}

export interface TriedReading {
  /** Place of the message among those given. */
  readonly index: number
  readonly before: RuleEffect
  readonly after: RuleEffect
}

/** What a rule comes to in one message. */
export interface RuleEffect {
  /** Of what the rule is about; null: none. Of dictionaries, the terms that were found. */
  readonly value: string | null
  /** The rule's conditions hold, here; null: they do not. */
  readonly spans: readonly { readonly start: number; readonly end: number }[] | null
}

export interface LearningState {
  /** `extending`: what was added is about to work; `learning`: it works, and all is learnt anew and judged. */
  readonly phase: 'idle' | 'extending' | 'learning'
  readonly progress: number
  readonly hasFailed: boolean
}

/** Telling open pages of the knowledge base. */
export interface KnowledgeServices {
  /** To be called when documents of a collection have changed, or a source of it: of these nothing is in a stream. */
  tell(collectionId: string, what: 'documents' | 'sources'): void
}

/** Telling browsers of messages while no page is open. */
export interface PushServices {
  /** null: it is switched off. */
  readonly publicKey: string | null
  /** Whether names and texts may leave the server, encrypted. */
  readonly mayHaveContent: boolean
  /** Whether the server would call this address at all. */
  isCallable(endpoint: string): boolean
  /** Sends a notification to the browsers of the actor's session; answers how many took it. */
  test(actor: Actor): Promise<number>
}

/** The demonstration people, channels, documents and talk. */
export interface DemoServices {
  /** Answers what makes the people, and notes that the rest is to follow, together with the first person. */
  prepare(): Promise<Alongside>
  /** Fills in what is still missing, in the background. */
  start(): void
}

/** Why a session ends: what a socket's closing says, so that the page can say it. */
export type SessionEnd = 'session_ended' | 'account_suspended' | 'account_closed'

/** What commands ask of the part that reaches other servers; it stands above them and is handed in. */
export interface HookServices {
  /** Outgoing webhooks or what they have to send have changed. */
  wake(): void
  /** Whether an address that is to be saved may be called, as far as can be told now. */
  isCallable(url: string): Promise<boolean>
  /**
   * Calls the address of a slash command; null when it has nothing to say.
   * @throws ParleyError `command_failed`
   */
  callCommand(actor: Actor, call: CommandCall): Promise<CommandReply | null>
}

export interface CommandCall {
  readonly command: Selectable<SlashCommandTable>
  readonly invocation: Invocation
  /** What the answering address is known by. */
  readonly answerSecret: string
}

export interface CommandReply {
  readonly text: string
  /** Else whoever gave the command sees it alone. */
  readonly isForChannel: boolean
}

export interface SocketControl {
  /** Ends the connections of a session or of a person, at once. */
  closeWhere(
    isMeant: (actor: { readonly userId: string; readonly sessionId: string }) => boolean,
    reason?: SessionEnd,
  ): void
  /** Makes every client of a person read the state afresh: they may see more now, or less. */
  refresh(userId: string): void
}

export interface PeopleServices {
  /** Which people and groups a text names, and whether it calls everybody. */
  mentionsIn(text: string): FoundMentions | Promise<FoundMentions>
}

/** What is true for the moment only, and what is said to open sockets without being stored. */
export interface LiveServices {
  presenceOf(userIds: readonly UserId[]): readonly PersonPresence[]
  /** Says something to every open socket of these people. */
  tell(userIds: ReadonlySet<string>, frame: EphemeralFrame): void
}

export type AssistantQuestion = CommandInput<'assistant.ask'>

/** A layer, from 1 on, and until when somebody waits to see it. */
export interface Look {
  readonly layer: number
  readonly signal: AbortSignal
}

/** What questions mean to one encoder, in their order; null where none can tell. */
export interface SketchedQuestions {
  readonly encoderId: string | null
  readonly vectors: readonly (Buffer | null)[]
}

/** A message that asks something, with its question. */
export interface AskingMessage {
  readonly messageId: MessageId
  readonly channelId: ChannelId
  /** The message whose thread it stands in, or would begin. */
  readonly threadId: MessageId
  readonly text: string
}

export interface KnownExpert {
  readonly userId: UserId
  readonly said: SaidSentence
}

/** What commands and queries may ask of the assistant; it stands above them and is handed in. */
export interface AssistantServices {
  encoderStatus(): 'ok' | 'starting' | 'unavailable'
  /** @param channelId where it is said, if in a channel: rules may ask. */
  understand(actor: Actor, text: string, channelId?: string): Promise<Understanding>
  /** Why a message is understood as it is; null where there is nothing to explain. */
  explain(text: string, signal: AbortSignal): Promise<IntentExplanation | null>
  /** What the tokens of a message look at; null without an encoder. */
  attend(text: string, look: Look): Promise<Attention | null>
  /** What a conversation comes to, in its own sentences. */
  summarize(messages: readonly TalkMessage[]): Promise<TalkSummary>
  /** What a text says about when. */
  readPlan(actor: Actor, text: string): Promise<QueryAnswer<'times.read'>>
  /** What questions mean, as they are compared with others. */
  sketchQuestions(texts: readonly string[]): Promise<SketchedQuestions>
  /** An answer to a question, found without any trace; null where nothing is known well enough. */
  lookUp(actor: Actor, text: string): Promise<QueryAnswer<'assistant.lookUp'>['reply']>
  /** The same of a message, for one reader; noted as a question of theirs, under the id that is answered. */
  lookInto(
    actor: Actor,
    asked: AskingMessage,
  ): Promise<{ readonly questionId: QuestionId; readonly reply: AssistantReply }>
  /** Who seems to know about something, by what they wrote, answered and own, as far as the actor may read it; likeliest first. */
  findExperts(actor: Actor, text: string): Promise<readonly KnownExpert[]>
  ask(actor: Actor, question: AssistantQuestion): Promise<CommandAnswer<'assistant.ask'>>
}
