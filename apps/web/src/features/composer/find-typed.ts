/** A name being typed that can be completed: from its @, colon or slash up to the caret. */
export interface Typed {
  readonly kind: 'mention' | 'emoji' | 'command'
  readonly start: number
  readonly query: string
}

const LONGEST_QUERY = 30
/** After a letter or digit of a Latin word an @ belongs to an address: name@example.org. */
const TYPED_MENTION = /(?<![\p{Script=Latin}\p{N}._-])[@＠]([^\s@＠，。！？、,!?]*)$/u
/** Only at a word's beginning: 时间:明天 names no emoji. One Latin letter is more likely a face, such as :D. */
const TYPED_EMOJI = /(?<!\S):(\p{Script=Han}[^\s:]*|[a-z0-9+][a-z0-9_+-]+):?$/iu
/** At the very beginning only. Chinese input methods write 、 on the key of the slash. */
const TYPED_COMMAND = /^[/／、]([\p{L}\p{N}_-]*)$/u

export function findTyped(text: string, caret: number): Typed | null {
  if (caret <= LONGEST_QUERY) {
    const command = matchOf('command', TYPED_COMMAND, text.slice(0, caret), caret)
    if (command) return command
  }
  const before = text.slice(Math.max(0, caret - LONGEST_QUERY - 1), caret)
  return matchOf('mention', TYPED_MENTION, before, caret) ?? matchOf('emoji', TYPED_EMOJI, before, caret)
}

function matchOf(kind: Typed['kind'], pattern: RegExp, before: string, caret: number): Typed | null {
  const match = pattern.exec(before)
  return match && { kind, start: caret - match[0].length, query: match[1] ?? '' }
}

/** The text with what was typed completed, and where the caret goes. */
export function completeTyped(text: string, caret: number, { start }: Typed, inserted: string) {
  return { text: text.slice(0, start) + inserted + text.slice(caret), caret: start + inserted.length }
}
