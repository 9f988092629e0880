import type { ChannelId, Event, FileKind, SharedFile } from '@parley/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useServices } from '../../app/use-services'
import { useReloadOn } from '../collected/use-reload-on'

export type ListedFile = SharedFile

const PAGE = 30

export interface FilesList {
  /** null: on their way. */
  readonly files: readonly ListedFile[] | null
  readonly error: unknown
  readonly hasOlder: boolean
  readonly isLoading: boolean
  loadOlder(): void
  reload(): void
}

/** A channel's files, newest first, page by page; read afresh when one is sent or goes. */
export function useFilesList(channelId: ChannelId, kind: FileKind | undefined): FilesList {
  const { http } = useServices()
  const [pages, setPages] = useState<{ files: readonly ListedFile[]; hasOlder: boolean } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [isLoading, setIsLoading] = useState(false)
  const shown = useRef(PAGE)
  const read = useCallback(
    async (before: ListedFile | undefined, limit: number) => {
      setIsLoading(true)
      try {
        const page = { channelId, kind, limit, before: before?.file.id }
        const { files } = await http.query('files.list', page)
        const hasOlder = files.length === limit
        setPages((known) => ({ files: before ? [...(known?.files ?? []), ...files] : files, hasOlder }))
        setError(null)
      } catch (thrown) {
        setError(thrown)
      } finally {
        setIsLoading(false)
      }
    },
    [http, channelId, kind],
  )
  const reload = useCallback(() => void read(undefined, Math.min(100, shown.current)), [read])
  useEffect(reload, [reload])
  const isNews = useCallback(
    (event: Event) => (event.streamId as string) === channelId && changesFiles(event),
    [channelId],
  )
  useReloadOn(isNews, reload)
  const files = pages?.files ?? null
  const loadOlder = () => {
    shown.current += PAGE
    void read(files?.at(-1), PAGE)
  }
  return { files, error, hasOlder: pages?.hasOlder ?? false, isLoading, loadOlder, reload }
}

const changesFiles = (event: Event): boolean =>
  event.type === 'message-deleted' || (event.type === 'message-created' && event.message.files.length > 0)
