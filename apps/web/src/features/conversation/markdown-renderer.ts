import type { MentionPattern, UserGroup, UserGroupId, UserId } from '@parley/protocol'
import { createElement, type ReactElement } from 'react'
import ReactMarkdown, { type Components } from 'react-markdown'
import { isOvermarked } from './is-overmarked'
import { syntax } from './markdown-syntax'
import { mentionPlugin } from './mention-plugin'

/** So many texts stay drawn: those of some dozen conversations that one goes back and forth between. */
const TEXTS_KEPT = 1_000

export type MarkdownRenderer = (content: string) => ReactElement

/** Draws Markdown, each text once: a conversation that one comes back to is on the page without being parsed again. */
export function markdownRenderer(
  mentions: MentionPattern,
  groups: ReadonlyMap<UserGroupId, UserGroup>,
  myId: UserId,
  components: Components,
): MarkdownRenderer {
  const myGroups = [...groups.values()].filter(({ memberIds }) => memberIds.includes(myId))
  const findMentions = mentionPlugin(mentions, myId, new Set(myGroups.map(({ id }) => id)))
  const remarkPlugins = [...syntax, findMentions]
  const drawn = new Map<string, ReactElement>()
  const draw = (content: string): ReactElement =>
    isOvermarked(content)
      ? createElement('p', null, content)
      : // A React component without hooks: calling it gives what it would put there.
        ReactMarkdown({ children: content, remarkPlugins, components })
  return (content) => {
    const element = drawn.get(content) ?? draw(content)
    drawn.delete(content)
    drawn.set(content, element)
    if (drawn.size > TEXTS_KEPT) drawn.delete(drawn.keys().next().value ?? '')
    return element
  }
}
