import type { ChannelId, Event, FileKind, QueryAnswer } from '@parley/protocol'
import { useCallback } from 'react'
import { type Pages, usePages } from '../../app/use-pages'
import { useReloadOn } from '../collected/use-reload-on'

type Page = QueryAnswer<'files.list'>

const PAGE = 30

/** A channel's files, newest first, page by page; read afresh when one is sent or goes. */
export function useFilesList(channelId: ChannelId, kind: FileKind | undefined): Pages<Page> {
  const pages = usePages('files.list', { channelId, kind, limit: PAGE }, filesAfter)
  const isNews = useCallback(
    (event: Event) => (event.streamId as string) === channelId && changesFiles(event),
    [channelId],
  )
  useReloadOn(isNews, pages.reload)
  return pages
}

function filesAfter({ files }: Page) {
  const last = files.at(-1)
  return files.length === PAGE && last ? { before: last.file.id } : null
}

const changesFiles = (event: Event): boolean =>
  event.type === 'message-deleted' || (event.type === 'message-created' && event.message.files.length > 0)
