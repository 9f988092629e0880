export { type Address, readAddress } from './address'
export type { Bilingual } from './bilingual'
export { type CheckedReply, checkReply } from './check-reply'
export { newConversation, rememberTasks } from './conversation'
export { isAwaited } from './correct-tasks'
export type { Draft } from './draft'
export type { Flow, FlowSlot } from './flow'
export { FLOWS, findFlow } from './flow-catalogue'
export { shownValues } from './flow-speech'
export { takeTurn } from './take-turn'
export type {
  Act,
  ActiveFlow,
  ConversationState,
  FlowSlots,
  Receiver,
  RecentTask,
  Reply,
  ReplyFault,
  ReplyKind,
  TaskChange,
  TurnCapabilities,
  TurnResult,
  UserTurn,
} from './turn'
