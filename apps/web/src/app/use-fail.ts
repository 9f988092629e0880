import { useCallback } from 'react'
import { useToast } from '../components/toasts'
import { describeError } from './describe-error'
import { useLanguage } from './use-services'

/** Tells in passing why something failed: for what has no place of its own to say it. */
export function useFail(): (error: unknown) => void {
  const toast = useToast()
  const language = useLanguage()
  return useCallback((error) => toast({ text: describeError(error, language).text }), [toast, language])
}
