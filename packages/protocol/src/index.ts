export { Emoji } from './emoji'
export type { Access, CommandDefinition, QueryDefinition } from './endpoint'
export { type EndpointScope, endpointScopes } from './endpoint-scopes'
export {
  type CommandAnswer,
  type CommandBody,
  type CommandInput,
  type CommandName,
  commands,
  type QueryAnswer,
  type QueryInput,
  type QueryName,
  type QueryParameters,
  queries,
} from './endpoints'
export type { AssistantReply } from './endpoints/assistant'
export { FileKind, SharedFile, UploadState } from './endpoints/files'
export { FILES_A_MESSAGE } from './endpoints/messages'
export type { AccessToken } from './endpoints/tokens'
export {
  Account,
  Channel,
  ChannelState,
  Citation,
  Collection,
  DocumentSummary,
  Draft,
  FileInfo,
  Language,
  Message,
  MessageCard,
  NotificationLevel,
  Reaction,
  Role,
  Task,
  TaskStatus,
  ThreadState,
  Understanding,
  User,
  Workspace,
} from './entities'
export { ErrorBody } from './error-body'
export { type ErrorCode, type ErrorParameters, errorTable, ParleyError } from './errors'
export { Cursors, Event, HeartbeatFrame, ResumeFrame } from './events'
export {
  ChannelId,
  CollectionId,
  ConversationId,
  DocumentId,
  FileId,
  MessageId,
  StreamId,
  TaskId,
  TokenId,
  UserId,
  WorkspaceId,
} from './ids'
export { findMentions, type Mentionable, type MentionPattern, type Mentions, mentionPattern } from './mentions'
export { Scope } from './scope'
export { MESSAGE_TEXT_LIMIT } from './well-formed-text'
