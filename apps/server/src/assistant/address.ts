/** Whether the assistant is spoken to, and the text without its name. */
export interface Address {
  readonly isAddressed: boolean
  readonly text: string
  /** The message with blanks for the name, as long as it was: what stands in it stands there in the message. */
  readonly masked: string
}

/** Looks for `@name`: names are matched whole for Latin letters, and as written for Chinese. */
export function readAddress(message: string, names: readonly string[]): Address {
  const mention = mentionPattern(names)
  const masked = message.replace(mention, (name) => ' '.repeat(name.length))
  if (masked === message) return { isAddressed: false, text: message, masked }
  const text = masked
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[,，:：、\s]+/, '')
  return text === '' ? { isAddressed: true, text: message, masked: message } : { isAddressed: true, text, masked }
}

function mentionPattern(names: readonly string[]): RegExp {
  const alternatives = [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => `${escapePattern(name)}${/[\w]$/.test(name) ? '(?![\\w-])' : ''}`)
  return new RegExp(`(?<![\\w@])[@＠](?:${alternatives.join('|')})`, 'giu')
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
