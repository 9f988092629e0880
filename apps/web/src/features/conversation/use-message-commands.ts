import type { Message } from '@parley/protocol'
import { type KeyboardEvent, useMemo } from 'react'
import { useCopy } from '../../app/use-copy'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useMe, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useRemoval } from '../../components/removals'
import { focusComposer, useConversation } from './conversation-state'

export interface MessageCommands {
  readonly isMine: boolean
  reply(): void
  edit(): void
  remove(): void
  /** Null where there is no clipboard. */
  readonly copy: (() => void) | null
  makeTask(): void
  why(): void
  onKeyDown(event: KeyboardEvent<HTMLElement>): void
}

const TITLE_LENGTH = 200

/** What can be done with a message, by pointer and by key. */
export function useMessageCommands(message: Message): MessageCommands {
  const { client } = useServices()
  const text = useText()
  const me = useMe()
  const { dispatch } = useConversation()
  const { open: openPanel } = usePanel()
  const { open: openOverlay } = useOverlay()
  const copy = useCopy()
  const removeLater = useRemoval()
  return useMemo(() => {
    const commands = {
      isMine: message.authorId === me.id,
      reply: () => {
        dispatch({ type: 'reply', message })
        // After the menu has given the focus back.
        setTimeout(focusComposer)
      },
      edit: () => dispatch({ type: 'edit', messageId: message.id }),
      remove: () =>
        removeLater({
          id: message.id,
          text: text('web.message.deletedToast'),
          act: () => client.command('messages.delete', { messageId: message.id }),
        }),
      copy: copy && (() => void copy(message.text)),
      makeTask: () =>
        openOverlay({
          kind: 'new-task',
          title: message.text.split('\n')[0]?.slice(0, TITLE_LENGTH) ?? '',
          channelId: message.channelId,
        }),
      why: () => openPanel({ kind: 'why', id: message.id }),
    }
    return { ...commands, onKeyDown: (event) => handleKey(event, commands) }
  }, [client, text, me.id, dispatch, openPanel, openOverlay, copy, removeLater, message])
}

/** By physical key, so that a Cyrillic or a Chinese layout changes nothing. Only on the message itself. */
function handleKey(event: KeyboardEvent<HTMLElement>, commands: Omit<MessageCommands, 'onKeyDown'>): void {
  if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
  const { isMine, reply, edit, makeTask, why } = commands
  const actions: Record<string, (() => void) | undefined> = {
    KeyR: reply,
    KeyE: isMine ? edit : undefined,
    KeyT: makeTask,
    KeyW: why,
    Escape: focusComposer,
  }
  const action = actions[event.code]
  if (!action) return
  event.preventDefault()
  action()
}
