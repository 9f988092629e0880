/** A mention being typed: from its @ up to the caret. */
export interface MentionQuery {
  readonly start: number
  readonly query: string
}

const LONGEST_QUERY = 30
/** After a letter or digit of a Latin word an @ belongs to an address: name@example.org. */
const TYPED_MENTION = /(?<![\p{Script=Latin}\p{N}._-])@([^\s@，。！？、,!?]*)$/u

export function findMention(text: string, caret: number): MentionQuery | null {
  const before = text.slice(Math.max(0, caret - LONGEST_QUERY - 1), caret)
  const match = TYPED_MENTION.exec(before)
  if (!match) return null
  return { start: caret - match[0].length, query: match[1] ?? '' }
}

/** The text with the mention completed, and where the caret goes. */
export function completeMention(text: string, caret: number, mention: MentionQuery, name: string) {
  const inserted = `@${name} `
  return {
    text: text.slice(0, mention.start) + inserted + text.slice(caret),
    caret: mention.start + inserted.length,
  }
}
