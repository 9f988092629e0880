/** Whether the assistant is spoken to, and the text without its name. */
export interface Address {
  readonly isAddressed: boolean
  readonly text: string
}

/** Looks for `@name`: names are matched whole for Latin letters, and as written for Chinese. */
export function readAddress(text: string, names: readonly string[]): Address {
  const mention = mentionPattern(names)
  if (!mention.test(text)) return { isAddressed: false, text }
  const rest = text.replace(mentionPattern(names), ' ').replace(/\s+/g, ' ').trim()
  return { isAddressed: true, text: rest.replace(/^[,，:：、\s]+/, '') || text }
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
