/** A line that gives a command: its name without the slash, and what follows. */
export interface CommandLine {
  readonly name: string
  readonly words: string
  /** Chinese input methods write 、 on the key of the slash: only a known name makes a command of it. */
  readonly isCertain: boolean
}

/** As for the commands of integrations. `/etc/hosts` has another shape: it stays a message. */
const SHAPE = /^([/／、])([\p{L}\p{N}][\p{L}\p{N}_-]{0,31})(?:\s+([\s\S]*))?$/u

export function readCommandLine(text: string): CommandLine | null {
  const match = SHAPE.exec(text)
  if (!match) return null
  const [, sign, name = '', words = ''] = match
  return { name, words: words.trim(), isCertain: sign !== '、' }
}

/** What is to be said as it stands, as it is written: the contrary of the next. */
export const withEscape = (text: string): string => (readCommandLine(text) ? `/${text}` : text)

/** `//deploy` says `/deploy`, and gives no command. */
export function withoutEscape(text: string): string {
  const unescaped = text.slice(1)
  return /^[/／]{2}/.test(text) && readCommandLine(unescaped) ? unescaped : text
}
