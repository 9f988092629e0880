export type {
  Act,
  ActiveFlow,
  ConversationState,
  Reply,
  ReplyKind,
  TurnCapabilities,
  TurnResult,
  UserTurn,
} from './turn'
