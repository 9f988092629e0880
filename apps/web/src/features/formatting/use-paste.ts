import { type ClipboardEvent, useCallback } from 'react'
import { usePasteFiles } from '../files/use-paste-files'
import { pasteFormatted } from './paste-formatted'

/** Files of the clipboard are attached, formatted text becomes Markdown, plain text is the browser's. */
export function usePaste(): (event: ClipboardEvent<HTMLTextAreaElement>) => void {
  const pasteFiles = usePasteFiles()
  return useCallback(
    (event) => {
      pasteFiles(event)
      if (event.defaultPrevented) return
      const plain = event.clipboardData.getData('text/plain')
      const html = event.clipboardData.getData('text/html')
      if (plain !== '' && pasteFormatted(event.currentTarget, { plain, html })) event.preventDefault()
    },
    [pasteFiles],
  )
}
