import type { ImportSource, UploadedArchive } from '@parley/protocol'
import { useCallback, useState } from 'react'
import { useServices } from '../../app/use-services'
import { uploadArchive } from './upload-archive'

/** An archive that lies on the server: it is looked through first, and taken over when that is wanted, also days later. */
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

  const start = useCallback(
    async (archive: SentArchive, isDryRun: boolean) => {
      await client.command('imports.start', { ...archive, isDryRun })
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
      setError(null)
      start(archive, false).catch(setError)
    },
    [start],
  )
  return { sending, error, send, takeOver }
}
