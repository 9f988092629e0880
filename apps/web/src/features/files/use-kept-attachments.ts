import { FileId } from '@parley/protocol'
import { useEffect } from 'react'
import { z } from 'zod'
import { useMe, useServices } from '../../app/use-services'
import { fileUrl } from './file-kind'

/** A file that was chosen and uploaded, and is not sent yet. */
export type KeptAttachment = z.infer<typeof KeptAttachment>
const KeptAttachment = z.object({
  id: z.string(),
  fileId: FileId,
  name: z.string(),
  size: z.number(),
  isPicture: z.boolean(),
})
const KeptAttachments = z.array(KeptAttachment)

/** Brings back after a reload what was attached at a place, as far as the server still has it. */
export function useKeptAttachments(place: string): void {
  const { attachments, storage } = useServices()
  const { id: myId } = useMe()
  useEffect(() => {
    const key = `parley.attached.${myId}.${place}`
    let isRestored = false
    const keep = () => {
      if (!isRestored) return
      const kept = attachments.keptAt(place)
      if (kept.length === 0) storage.removeItem(key)
      else storage.setItem(key, JSON.stringify(kept))
    }
    restore(readKept(storage.getItem(key)))
      .then((kept) => {
        attachments.restore(place, kept)
        isRestored = true
        keep()
      })
      // Without a connection it stays noted, for the next time.
      .catch(() => undefined)
    return attachments.subscribe(keep)
  }, [attachments, storage, myId, place])
}

/** Those that the reader may still send: what was sent from another page, or waited too long, is gone. */
async function restore(kept: readonly KeptAttachment[]): Promise<KeptAttachment[]> {
  const areThere = await Promise.all(kept.map(({ fileId }) => isThere(fileId)))
  return kept.filter((_, index) => areThere[index])
}

async function isThere(fileId: string): Promise<boolean> {
  const answer = await fetch(fileUrl(fileId), { headers: { range: 'bytes=0-0' } })
  if (answer.status >= 500) throw new Error(String(answer.status))
  return answer.status !== 404
}

/** What somebody else wrote there counts as nothing. */
function readKept(json: string | null): readonly KeptAttachment[] {
  try {
    return KeptAttachments.parse(JSON.parse(json ?? '[]'))
  } catch {
    return []
  }
}
