import { type ClipboardEvent, useCallback } from 'react'
import { usePasteFiles } from '../files/use-paste-files'
import { handlePaste } from './handle-paste'

/** Files of the clipboard are attached, and its text goes in. */
export function usePaste(): (event: ClipboardEvent<HTMLTextAreaElement>) => void {
  const pasteFiles = usePasteFiles()
  return useCallback(
    (event) => {
      pasteFiles(event)
      if (!event.defaultPrevented) handlePaste(event)
    },
    [pasteFiles],
  )
}
