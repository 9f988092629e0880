export { type Address, readAddress } from './address'
export { newConversation, rememberTasks } from './conversation'
export { isAwaited } from './correct-tasks'
export type { Draft } from './draft'
export { findFlow } from './flow-catalogue'
export { shownValues } from './flow-speech'
export { takeTurn } from './take-turn'
export type {
  Act,
  ConfirmedAnswer,
  ConversationState,
  FlowSlots,
  GraphFound,
  GraphStep,
  Receiver,
  RecentTask,
  Reply,
  ReplyFault,
  ReplyKind,
  SaidSource,
  TalkFound,
  TurnCapabilities,
  TurnResult,
  UserTurn,
} from './turn'
