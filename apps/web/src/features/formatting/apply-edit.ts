import { insertText } from '../composer/insert-text'
import type { Selected, TextEdit } from './format-text'

export const selectedIn = (field: HTMLTextAreaElement): Selected => ({
  text: field.value,
  start: field.selectionStart,
  end: field.selectionEnd,
})

/** As if it had been typed: one step of the browser's own undo. */
export function applyEdit(field: HTMLTextAreaElement, { from, to, inserted, start, end }: TextEdit): void {
  field.focus()
  field.setSelectionRange(from, to)
  if (inserted !== '') insertText(field, inserted)
  else if (from !== to) document.execCommand('delete')
  field.setSelectionRange(start, end)
}
