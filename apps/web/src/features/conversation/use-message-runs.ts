import type { Message } from '@parley/protocol'
import { useMemo } from 'react'
import { useCopy } from '../../app/use-copy'
import { useOverlay } from '../../app/use-overlay'
import { usePanel } from '../../app/use-panel'
import { useMe, useServices, useSession } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useRemoval } from '../../components/removals'
import { useToast } from '../../components/toasts'
import { mayEdit } from '../moderation/channel-rights'
import { isAdministrator } from '../people/is-administrator'
import { useSharingRuns } from '../sharing/use-sharing-runs'
import { useThreadPlace } from '../threads/use-thread-place'
import { focusComposer, useConversation } from './conversation-state'
import type { MessageRuns } from './message-action-table'
import { messagePath } from './message-path'
import { useKeepingRuns } from './use-keeping-runs'

/** What can be done with a message, by its reader. */
export function useMessageRuns(message: Message): MessageRuns {
  const me = useMe()
  const leading = useLeadingRuns(message)
  const copying = useCopyingRuns(message)
  const own = useOwnRuns(message)
  const keeping = useKeepingRuns(message)
  const sharing = useSharingRuns(message)
  const judging = useJudgingRuns(message, own)
  const isMine = message.authorId === me.id
  return useMemo(
    () => ({ ...leading, ...copying, ...keeping, ...sharing, ...(isMine ? own : judging) }),
    [leading, copying, keeping, sharing, own, judging, isMine],
  )
}

const TITLE_LENGTH = 200

/** What leads somewhere else. */
function useLeadingRuns(message: Message): MessageRuns {
  const { thread, open: openThread } = useThreadPlace()
  const { open: openPanel } = usePanel()
  const { open: openOverlay } = useOverlay()
  return useMemo(() => {
    const reply = () => {
      const threadId = message.threadId ?? message.id
      if (thread?.threadId !== threadId) openThread({ channelId: message.channelId, threadId })
      // After the thread is on the page.
      setTimeout(() => focusComposer(threadId))
    }
    const title = message.text.split('\n')[0]?.slice(0, TITLE_LENGTH) ?? ''
    const task = () => openOverlay({ kind: 'new-task', title, channelId: message.channelId })
    // The assistant has said what it knows.
    const isOpen = message.card === null && message.text !== ''
    const lookInto = isOpen && { lookInto: () => openPanel({ kind: 'answer', id: message.id }) }
    return { reply, task, why: () => openPanel({ kind: 'why', id: message.id }), ...lookInto }
  }, [thread, openThread, openPanel, openOverlay, message])
}

/** Nothing where there is no clipboard. */
function useCopyingRuns(message: Message): MessageRuns {
  const text = useText()
  const copy = useCopy()
  const toast = useToast()
  return useMemo(() => {
    if (!copy) return {}
    const copyTelling = async (content: string) => {
      if (await copy(content)) toast({ text: text('web.app.copied') })
    }
    const address = new URL(messagePath(message), window.location.origin).href
    return { copy: () => void copyTelling(message.text), link: () => void copyTelling(address) }
  }, [text, copy, toast, message])
}

/** For the author alone. */
function useOwnRuns(message: Message): MessageRuns {
  const text = useText()
  const { client } = useServices()
  const { dispatch } = useConversation()
  const removeLater = useRemoval()
  const isEditable = useSession(({ channels }) => {
    const view = channels.get(message.channelId)
    return view !== undefined && mayEdit(view)
  })
  return useMemo(
    () => ({
      ...(isEditable && { edit: () => dispatch({ type: 'edit', messageId: message.id }) }),
      remove: () =>
        removeLater({
          id: message.id,
          text: text('web.message.deletedToast'),
          act: () => client.command('messages.delete', { messageId: message.id }),
        }),
    }),
    [text, client, dispatch, removeLater, isEditable, message.id],
  )
}

/** For everybody but the author: reporting, and for those who look after the channel, removing. */
function useJudgingRuns(message: Message, { remove }: MessageRuns): MessageRuns {
  const { open } = useOverlay()
  const view = useSession(({ channels }) => channels.get(message.channelId))
  const me = useMe()
  const mayRemove = (view?.isModerator ?? false) || isAdministrator(me)
  return useMemo(
    () => ({ report: () => open({ kind: 'report', message }), ...(mayRemove && remove ? { remove } : {}) }),
    [open, message, mayRemove, remove],
  )
}
