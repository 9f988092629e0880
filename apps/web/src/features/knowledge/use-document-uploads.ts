import type { HttpClient } from '@parley/client'
import { useSyncExternalStore } from 'react'
import { useServices } from '../../app/use-services'
import { type DocumentUpload, DocumentUploads } from './document-uploads'
import { tellDocumentsChanged } from './use-documents'

/** One for each connection, so that files go on while the reader looks at another page. */
const known = new WeakMap<HttpClient, DocumentUploads>()

function uploadsBy(http: HttpClient): DocumentUploads {
  const uploads = known.get(http) ?? new DocumentUploads(http, tellDocumentsChanged)
  known.set(http, uploads)
  return uploads
}

export const useDocumentUploads = (): DocumentUploads => uploadsBy(useServices().http)

export function useShownUploads(): readonly DocumentUpload[] {
  const { subscribe, get } = useDocumentUploads()
  return useSyncExternalStore(subscribe, get)
}
