import { useCallback } from 'react'
import { describeError } from '../../app/describe-error'
import { useLanguage, useServices } from '../../app/use-services'
import { useText } from '../../app/use-text'
import { useToast } from '../../components/toasts'
import { tellDocumentsChanged } from './use-documents'

/** Adds files one after the other, and says of each how it went. */
export function useUpload(): (files: readonly File[]) => Promise<void> {
  const { http } = useServices()
  const text = useText()
  const language = useLanguage()
  const toast = useToast()
  return useCallback(
    async (files) => {
      for (const file of files) {
        try {
          const { document } = await http.uploadDocument({ file, fileName: file.name })
          toast({ text: text('web.knowledge.added', { title: document.title }) })
        } catch (error) {
          toast({ text: `${file.name}: ${describeError(error, language).text}` })
        }
      }
      tellDocumentsChanged()
    },
    [http, text, language, toast],
  )
}
