import type { ImportSource, Transfer, UploadedArchive } from '@parley/protocol'
import { useCallback, useState } from 'react'
import { useServices } from '../../app/use-services'
import { uploadArchive } from './upload-archive'

/** An archive that lies on the server, for a preview first. */
export interface SentArchive {
  readonly archiveId: UploadedArchive['archiveId']
  readonly source: ImportSource
  readonly fileName: string
}

/** Sends an archive, has it looked through, and imports it when that is wanted. */
export function useImport(onStarted: () => void) {
  const { client } = useServices()
  const [sending, setSending] = useState<{ readonly name: string; readonly share: number } | null>(null)
  const [error, setError] = useState<unknown>(null)
  const [archives, setArchives] = useState<ReadonlyMap<Transfer['id'], SentArchive>>(new Map())

  const start = useCallback(
    async (archive: SentArchive, isDryRun: boolean) => {
      const { transfer } = await client.command('imports.start', { ...archive, isDryRun })
      if (isDryRun) setArchives((before) => new Map(before).set(transfer.id, archive))
      onStarted()
    },
    [client, onStarted],
  )
  const send = useCallback(
    (file: File, source: ImportSource) => {
      setError(null)
      setSending({ name: file.name, share: 0 })
      uploadArchive(file, (share) => setSending({ name: file.name, share }))
        .then(({ archiveId }) => start({ archiveId, source, fileName: file.name }, true))
        .catch(setError)
        .finally(() => setSending(null))
    },
    [start],
  )
  const takeOver = useCallback(
    (archive: SentArchive) => {
      // Once: the archive is gone when it is in.
      setArchives((before) => new Map([...before].filter(([, { archiveId }]) => archiveId !== archive.archiveId)))
      start(archive, false).catch(setError)
    },
    [start],
  )
  return { sending, error, send, takeOver, archiveOf: (id: Transfer['id']) => archives.get(id) }
}
