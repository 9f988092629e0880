/** Whether the assistant is spoken to, and the text without its name. */
export interface Address {
  readonly isAddressed: boolean
  readonly text: string
  /** The message with blanks for the name, as long as it was: what stands in it stands there in the message. */
  readonly masked: string
}

/** Looks for `@name` anywhere, and for a name called out first: names are matched whole for Latin letters. */
export function readAddress(message: string, names: readonly string[]): Address {
  const blank = (name: string) => ' '.repeat(name.length)
  const unmentioned = message.replace(mentionPattern(names), blank)
  const isAddressed = unmentioned !== message
  const masked = unmentioned.replace(calledPattern(names), blank)
  if (masked === message) return { isAddressed, text: message, masked }
  const text = masked
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[,，:：、\s]+/, '')
  return text === '' ? { isAddressed, text: message, masked: message } : { isAddressed, text, masked }
}

/** "Parley, …" and 助手：… call somebody; "assistant manager" and 助手函数 do not. */
const calledPattern = (names: readonly string[]) =>
  new RegExp(`^\\s*(?:${alternatives(names)})(?=\\s*[,，:：、])`, 'iu')

const mentionPattern = (names: readonly string[]) => new RegExp(`(?<![\\w@])[@＠](?:${alternatives(names)})`, 'giu')

const alternatives = (names: readonly string[]) =>
  [...names]
    .sort((a, b) => b.length - a.length)
    .map((name) => `${escapePattern(name)}${/[\w]$/.test(name) ? '(?![\\w-])' : ''}`)
    .join('|')

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}
