import { useMemo } from 'react'
import { useToast } from '../components/toasts'
import { type Copy, createCopy } from './create-copy'
import { useText } from './use-text'

/** Copies for the reader, and says it when the browser refuses. Null where there is no clipboard: offer no copying. */
export function useCopy(): Copy | null {
  const toast = useToast()
  const text = useText()
  return useMemo(() => createCopy(navigator, () => toast({ text: text('web.app.copyRefused') })), [toast, text])
}
