import { insertText } from '../composer/insert-text'

/** Begins a reply below what is already written. */
export function quoteIntoComposer(composerId: string, quote: string): void {
  const field = document.getElementById(composerId)
  if (!(field instanceof HTMLTextAreaElement)) return
  const written = field.value.trimEnd()
  field.focus()
  field.setSelectionRange(written.length, field.value.length)
  insertText(field, `${written === '' ? '' : '\n\n'}${quote}\n\n`)
}
