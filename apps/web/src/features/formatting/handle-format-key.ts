import type { KeyboardEvent } from 'react'
import { applyEdit, selectedIn } from './apply-edit'
import { continueList } from './continue-list'
import { formatOfKey } from './format-keys'
import { formatText, type TextEdit } from './format-text'

/** Formats what is selected, or goes on with a list; answers whether the key was for that. */
export function handleFormatKey(event: KeyboardEvent, field: HTMLTextAreaElement): boolean {
  const edit = editOfKey(event, field)
  if (!edit) return false
  event.preventDefault()
  applyEdit(field, edit)
  return true
}

function editOfKey(event: KeyboardEvent, field: HTMLTextAreaElement): TextEdit | null {
  const selected = selectedIn(field)
  const isCaret = selected.start === selected.end
  if (event.key === 'Enter' && event.shiftKey && isCaret) return continueList(selected.text, selected.start)
  const format = formatOfKey(event, !isCaret)
  return format && formatText(selected, format)
}
