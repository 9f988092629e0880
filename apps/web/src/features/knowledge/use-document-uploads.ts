import { useSyncExternalStore } from 'react'
import { forgetWithSession } from '../../app/forget-with-session'
import type { Services } from '../../app/services'
import { useServices } from '../../app/use-services'
import { type DocumentUpload, DocumentUploads } from './document-uploads'
import { tellDocumentsChanged } from './use-documents'

/** One for each connection, so that files go on while the reader looks at another page. */
const known = new WeakMap<Services['http'], DocumentUploads>()

function uploadsBy({ http, client }: Services): DocumentUploads {
  const made = known.get(http)
  if (made) return made
  const uploads = new DocumentUploads(http, tellDocumentsChanged)
  known.set(http, uploads)
  forgetWithSession(client, [uploads])
  return uploads
}

export const useDocumentUploads = (): DocumentUploads => uploadsBy(useServices())

export function useShownUploads(): readonly DocumentUpload[] {
  const { subscribe, get } = useDocumentUploads()
  return useSyncExternalStore(subscribe, get)
}
