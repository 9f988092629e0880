export type { Bilingual } from './bilingual'
export { type CheckedReply, checkReply } from './check-reply'
export { newConversation } from './conversation'
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
  Reply,
  ReplyFault,
  ReplyKind,
  TurnCapabilities,
  TurnResult,
  UserTurn,
} from './turn'
