export { type Applied, applyEvent, type Gap, type ReceivedEvent, type UnknownEvent } from './apply-event'
export { type AppliedEvents, applyEvents } from './apply-events'
export type {
  BoltEventName,
  BoltMessage,
  BoltResponse,
  BotApp,
  BotContext,
  CommandContext,
  MessageContext,
  Middleware,
} from './bot/bot-app'
export type { CursorStore } from './bot/bot-connection'
export { type AppOptions, createApp } from './bot/create-app'
export { browserOutgoingStorage, type KeyValueStorage } from './browser-outgoing-storage'
export {
  type ChannelView,
  type ClientState,
  cursorsOf,
  draftPlace,
  type Snapshot,
  stateFromSnapshot,
} from './client-state'
export type { Clock } from './clock'
export { ConnectionError, UnexpectedAnswerError } from './connection-error'
export {
  type CallOptions,
  createHttpClient,
  type DocumentUpload,
  type HttpClient,
  type HttpClientOptions,
  type UploadPart,
} from './http-client'
export type { KeptState, StateKeeper } from './kept-state'
export type { LiveState } from './live'
export type { MessageWindow } from './message-window'
export { newClientId } from './new-client-id'
export type { OpenThread } from './open-thread'
export type { OutgoingMessage, OutgoingStorage, SendRefusal } from './outgoing-message'
export { createParleyClient, type ParleyClient, type ParleyClientOptions, type SendOptions } from './parley-client'
export type { ConnectionStatus, ParleyClientState } from './parley-client-state'
export { readError } from './read-error'
export { isDatabaseAway, outgoingOf, unreadCount } from './selectors'
export { type ThreadView, unreadReplies } from './thread-view'
export { type FileUpload, uploadFile } from './upload-file'
export { eventsUrl, type OpenSocket, type WebSocketLike } from './web-socket-like'
