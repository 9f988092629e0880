export { type Address, readAddress } from './address'
export { newConversation, rememberTasks } from './conversation'
export { isAwaited } from './correct-tasks'
export type { Draft } from './draft'
export { findFlow } from './flow-catalogue'
export { shownValues } from './flow-speech'
export { lookUp } from './look-up'
export { isOpenQuestion } from './open-question'
export { isQuestion } from './question'
export type { Reason } from './reasons'
export { SUGGESTED_FROM } from './suggested-from'
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
