import {
  AlarmClock,
  Bookmark,
  BookmarkX,
  CircleHelp,
  Copy,
  Flag,
  Forward,
  Link,
  ListTodo,
  MailOpen,
  Pencil,
  Pin,
  PinOff,
  Quote,
  Reply,
  SmilePlus,
  Sparkles,
  Trash2,
} from 'lucide-react'

/**
 * Everything that can be done with a message, in the order in which it is offered: on the bar that appears over it, in
 * the menu behind, and by key while the message has the focus. Keys are physical ones (`KeyboardEvent.code`), so that a
 * Cyrillic or a Chinese layout changes nothing; what takes an action back has its key and is there in its place. What an action does is in `useMessageRuns`.
 */
export const messageActionTable = [
  { id: 'reply', place: 'bar', icon: Reply, label: 'web.message.reply', code: 'KeyR', help: 'web.keys.reply' },
  { id: 'react', place: 'bar', icon: SmilePlus, label: 'web.message.react', code: 'KeyA', help: 'web.keys.react' },
  { id: 'task', place: 'bar', icon: ListTodo, label: 'web.message.makeTask', code: 'KeyT', help: 'web.keys.task' },
  { id: 'why', place: 'bar', icon: CircleHelp, label: 'web.message.why', code: 'KeyW', help: 'web.keys.why' },
  {
    id: 'lookInto',
    place: 'menu',
    icon: Sparkles,
    label: 'web.message.lookInto',
    code: 'KeyI',
    help: 'web.keys.lookInto',
  },
  { id: 'quote', place: 'menu', icon: Quote, label: 'web.share.quote', code: 'KeyQ', help: 'web.keys.quote' },
  { id: 'forward', place: 'menu', icon: Forward, label: 'web.share.forward', code: 'KeyF', help: 'web.keys.forward' },
  { id: 'save', place: 'menu', icon: Bookmark, label: 'web.message.save', code: 'KeyS', help: 'web.keys.save' },
  { id: 'unsave', place: 'menu', icon: BookmarkX, label: 'web.message.unsave', code: 'KeyS' },
  { id: 'remind', place: 'menu', icon: AlarmClock, label: 'web.later.remind', code: 'KeyM', help: 'web.keys.remind' },
  { id: 'pin', place: 'menu', icon: Pin, label: 'web.message.pin', code: 'KeyP', help: 'web.keys.pin' },
  { id: 'unpin', place: 'menu', icon: PinOff, label: 'web.message.unpin', code: 'KeyP' },
  { id: 'link', place: 'menu', icon: Link, label: 'web.message.copyLink', code: 'KeyL', help: 'web.keys.link' },
  { id: 'copy', place: 'menu', icon: Copy, label: 'web.message.copyText', code: null },
  {
    id: 'unread',
    place: 'menu',
    icon: MailOpen,
    label: 'web.message.markUnread',
    code: 'KeyU',
    help: 'web.keys.unread',
  },
  { id: 'report', place: 'menu', icon: Flag, label: 'web.report.action', code: null },
  { id: 'edit', place: 'menu', icon: Pencil, label: 'web.message.edit', code: 'KeyE', help: 'web.keys.edit' },
  { id: 'remove', place: 'menu', icon: Trash2, label: 'web.message.delete', code: null, isDanger: true },
] as const

export type MessageActionId = (typeof messageActionTable)[number]['id']

/** `KeyR` as it is written on the key. */
export const keyName = (code: `Key${string}`): string => code.slice('Key'.length)

/** What each action does with one message; an action that is not open to the reader is not there. */
export type MessageRuns = { readonly [Id in MessageActionId]?: () => void }

/** What a key does on the focused message. */
export function runOfKey(code: string, runs: MessageRuns): (() => void) | undefined {
  const action = messageActionTable.find((it) => it.code === code && runs[it.id])
  return action && runs[action.id]
}
