import { translate } from '@parley/locale'
import type { Language, NotificationReason } from '@parley/protocol'
import { plainWords } from '../markdown/plain-words'

/** What a browser shows, and where a click leads. The web client's service worker reads it. */
export interface PushPayload {
  readonly title: string
  readonly body: string
  /** Absent where nothing of the message may be told. */
  readonly message?: {
    readonly channelId: string
    readonly threadId: string | null
    readonly isAlsoInChannel: boolean
    readonly seq: number
    readonly messageNumber: number
  }
}

export interface PushedMessage {
  readonly channel_id: string
  readonly channel_name: string
  readonly thread_id: string | null
  readonly is_also_in_channel: boolean
  readonly seq: number
  readonly message_number: number
  /** Its beginning. */
  readonly text: string
  readonly file_names: readonly string[]
  readonly author_name: string
  readonly author_kind: string
}

/** A push service takes 4,096 bytes; two hundred characters are more than a notification shows. */
const BODY_LENGTH = 200
/** Surely holds that many, and is read in no time. */
export const READ_LENGTH = 2_000

/** Nothing but that there is a message: for those who want no content on a locked screen. */
export const bareNotice = (language: Language): PushPayload => ({
  title: 'Parley',
  body: translate(language, 'server.push.newMessage'),
})

export function fullNotice(message: PushedMessage, reason: NotificationReason, language: Language): PushPayload {
  const name = message.author_kind === 'assistant' ? translate(language, 'server.assistantName') : message.author_name
  const inChannel = { name, channel: message.channel_name }
  return {
    title:
      reason === 'direct' || !message.channel_name ? name : translate(language, 'server.push.inChannel', inChannel),
    body: shortened(plainWords(message.text.slice(0, READ_LENGTH)) || message.file_names.join(', ')),
    message: {
      channelId: message.channel_id,
      threadId: message.thread_id,
      isAlsoInChannel: message.is_also_in_channel,
      seq: message.seq,
      messageNumber: message.message_number,
    },
  }
}

function shortened(words: string): string {
  const characters = [...words]
  return characters.length > BODY_LENGTH ? `${characters.slice(0, BODY_LENGTH - 1).join('')}…` : words
}
