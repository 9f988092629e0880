/** What Slack's ids stand for. `given` is the name that a text carries beside the id, if any. */
export interface SlackNames {
  person(id: string, given?: string): string
  channel(id: string, given?: string): string
  group(id: string, given?: string): string
  /** The character of an emoji's short name; null for a team's own emoji. */
  emoji(name: string): string | null
}

export const emojiText = (names: Pick<SlackNames, 'emoji'>, name: string): string =>
  names.emoji(name) ?? `:${name.split('::')[0]}:`
