import type { Reply } from './mattermost-lines'

/**
 * Names the posts of one place, which come in the order of their time. The format has no ids: a post is known by where, when
 * and by whom it was said, whatever an edit has made of its words since; several of one moment get a number, too.
 */
export class PostNames {
  private moment = Number.NaN
  private readonly said = new Map<string, string[]>()

  constructor(private readonly place: string) {}

  nameOf({ user, create_at: at, message }: Reply): string {
    if (at !== this.moment) this.said.clear()
    this.moment = at
    const words = message ?? ''
    const texts = this.said.get(user) ?? []
    // The same words of the same moment are one post, which the file has twice.
    const number = texts.includes(words) ? texts.indexOf(words) : texts.push(words) - 1
    this.said.set(user, texts)
    return `${this.place}:${at}:${user}${number === 0 ? '' : `~${number}`}`
  }
}
