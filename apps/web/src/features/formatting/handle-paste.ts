import type { ClipboardEvent } from 'react'
import { pasteFormatted } from './paste-formatted'

/** What was formatted becomes Markdown; plain text is the browser's. */
export function handlePaste(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const plain = event.clipboardData.getData('text/plain')
  const html = event.clipboardData.getData('text/html')
  if (plain !== '' && pasteFormatted(event.currentTarget, { plain, html })) event.preventDefault()
}
