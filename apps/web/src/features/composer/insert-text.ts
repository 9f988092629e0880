/**
 * Puts text into a field at its caret, in place of what is selected, as if it had been typed: React hears of it, and
 * Ctrl+Z takes it back (`execCommand` is the one way that keeps the browser's own history).
 */
export function insertText(field: HTMLTextAreaElement, text: string): void {
  field.focus()
  if (document.execCommand('insertText', false, text)) return
  field.setRangeText(text, field.selectionStart, field.selectionEnd, 'end')
  field.dispatchEvent(new InputEvent('input', { bubbles: true }))
}
