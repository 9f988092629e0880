import { FILES_A_MESSAGE } from '@parley/protocol'
import { useCallback, useSyncExternalStore } from 'react'
import { useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { useConversation } from '../conversation/conversation-state'
import type { Attachment } from './attachments'

/** What was added at a place, or is on its way with a message. */
export function useAttachments(place: string): readonly Attachment[] {
  const { attachments } = useServices()
  return useSyncExternalStore(attachments.subscribe, () => attachments.at(place))
}

/** The channel or thread that is being written to. */
export function useAttachmentPlace(): string {
  const { channelId, threadId } = useConversation()
  return threadId ?? channelId
}

/** Adds files to what is being written. */
export function useAttach(): (files: readonly File[]) => void {
  const { attachments } = useServices()
  const text = useText()
  const toast = useToast()
  const place = useAttachmentPlace()
  return useCallback(
    (files) => {
      const leftOut = attachments.add(place, files)
      if (leftOut > 0) toast({ text: text('web.files.tooMany', { limit: FILES_A_MESSAGE }) })
    },
    [attachments, text, toast, place],
  )
}
