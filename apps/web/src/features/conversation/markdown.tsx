import type { MentionPattern, UserGroup, UserGroupId, UserId } from '@parley/protocol'
import type { ReactNode } from 'react'
import type { Components } from 'react-markdown'
import { Link } from 'wouter'
import { useMe, useSession } from '../../app/use-services'
import { PermalinkPreviews } from '../permalinks/permalink-previews'
import { CodeBlock } from './code-block'
import { type MarkdownRenderer, markdownRenderer } from './markdown-renderer'
import { conversationPath, pathInParley } from './message-path'

export interface MarkdownProps {
  readonly content: string
  /** What counts as a mention. */
  readonly mentions: MentionPattern
}

/** Raw HTML is shown as text, and pictures from elsewhere as links: nothing is fetched. A chunk of its own. */
export default function Markdown({ content, mentions }: MarkdownProps) {
  const me = useMe()
  const groups = useSession((session) => session.groups)
  return (
    <>
      {rendererFor(mentions, groups, me.id)(content)}
      <PermalinkPreviews content={content} />
    </>
  )
}

type Groups = ReadonlyMap<UserGroupId, UserGroup>

const renderers = new WeakMap<MentionPattern, { groups: Groups; myId: UserId; render: MarkdownRenderer }>()

/** Every message asks, so it is made once for each state of the people and groups. */
function rendererFor(mentions: MentionPattern, groups: Groups, myId: UserId): MarkdownRenderer {
  const known = renderers.get(mentions)
  if (known?.groups === groups && known.myId === myId) return known.render
  const render = markdownRenderer(mentions, groups, myId, components)
  renderers.set(mentions, { groups, myId, render })
  return render
}

const components: Components = {
  a: ({ href, children }) => <MessageLink href={href}>{children}</MessageLink>,
  img: ({ src, alt }) => <MessageLink href={typeof src === 'string' ? src : undefined}>{alt || src}</MessageLink>,
  pre: ({ children, node }) => (
    <CodeBlock source={textOf(node)} language={languageOf(node)}>
      {children}
    </CodeBlock>
  ),
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="prose__table" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
  // A message's headings are its own, not the page's.
  h1: ({ children }) => <p className="prose__heading">{children}</p>,
  h2: ({ children }) => <p className="prose__heading">{children}</p>,
  h3: ({ children }) => <p className="prose__heading">{children}</p>,
}

function MessageLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  const path = href ? pathOf(href) : null
  if (path) return <Link href={path}>{children}</Link>
  const host = href && URL.canParse(href) ? new URL(href).host : null
  const isBare = typeof children === 'string' && (children === href || children.includes(host ?? '\n'))
  return (
    <a href={href} target="_blank" rel="noopener noreferrer nofollow">
      {children}
      {host && !isBare && <span className="prose__domain"> ({host})</span>}
    </a>
  )
}

/** The assistant's own links are paths: the server does not know under which address its readers see it. */
const pathOf = (href: string) => (conversationPath.test(href) ? href : pathInParley(href, window.location.origin))

interface TextTree {
  readonly value?: string
  readonly children?: readonly TextTree[]
  readonly properties?: { readonly className?: unknown }
}

/** Of the code in a block: what its writer put behind the fence. */
function languageOf(block: TextTree | undefined): string | null {
  const names = block?.children?.[0]?.properties?.className
  const name = Array.isArray(names) ? names.find((it) => String(it).startsWith('language-')) : undefined
  return name === undefined ? null : String(name).slice('language-'.length)
}

const textOf = (node: TextTree | undefined): string =>
  node?.value ?? (node?.children ?? []).map((child) => textOf(child)).join('')
