import { type ClipboardEvent, useCallback } from 'react'
import { useAttach } from './use-attachments'

/** Files of the clipboard are attached. A copied table brings a picture of itself along: there its text is meant. */
export function usePasteFiles(): (event: ClipboardEvent) => void {
  const attach = useAttach()
  return useCallback(
    (event) => {
      const { files, types } = event.clipboardData
      if (files.length === 0 || types.includes('text/plain')) return
      event.preventDefault()
      attach([...files])
    },
    [attach],
  )
}
