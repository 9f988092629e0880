import { type FileId, ParleyError } from '@parley/protocol'
import { useEffect, useMemo } from 'react'
import { useServices, useSession } from '../../app/use-services'
import { useConversation } from '../conversation/conversation-state'
import { AttachmentKeeper } from './attachment-keeper'

const NONE: readonly FileId[] = []

/** What is attached at a place is part of the person's draft: there after a reload, and on their other devices. */
export function useKeptAttachments(place: string): void {
  const { attachments } = useServices()
  const kept = useSession(({ drafts }) => drafts.get(place)?.fileIds ?? NONE)
  const keeper = useKeeper(place)
  useEffect(() => keeper.hear(kept), [keeper, kept])
  useEffect(() => {
    void keeper.tell()
    return attachments.subscribe(() => void keeper.tell())
  }, [attachments, keeper])
}

function useKeeper(place: string): AttachmentKeeper {
  const { attachments, client, http } = useServices()
  const { channelId, threadId } = useConversation()
  return useMemo(() => {
    const find = async (fileId: FileId) => {
      const { file, isSent } = await http.query('files.get', { fileId }).catch(orGone)
      return isSent ? null : file
    }
    const change = (addedFileIds: FileId[], removedFileIds: FileId[]) =>
      client.command('drafts.save', { channelId, threadId, addedFileIds, removedFileIds })
    return new AttachmentKeeper(attachments.trayAt(place), { find, change })
  }, [attachments, client, http, place, channelId, threadId])
}

/** What the reader may see no more counts as sent. */
function orGone(error: unknown) {
  if (error instanceof ParleyError && error.code === 'not_found') return { file: null, isSent: true }
  throw error
}
