import type { User } from '@parley/protocol'

interface TreeNode {
  type: string
  value?: string
  children?: TreeNode[]
  data?: { hName: string; hProperties: Record<string, string> }
}

/** Finds `@name` for the names and aliases of these people, longest first; null when there is nobody. */
export function mentionPattern(users: Iterable<User>, moreNames: readonly string[]): RegExp | null {
  const names = [...users].flatMap((user) => [user.name, ...user.aliases])
  const distinct = [...new Set([...names, ...moreNames])].filter((name) => name.trim() !== '')
  if (distinct.length === 0) return null
  const alternatives = distinct.sort((one, other) => other.length - one.length).map(escapeForPattern)
  return new RegExp(`@(?:${alternatives.join('|')})(?![\\p{Script=Latin}\\p{N}])`, 'giu')
}

const escapeForPattern = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** A remark plugin: turns mentions in text into marks. Code and link targets stay as they are. */
export function mentionPlugin(pattern: RegExp | null) {
  return () => (tree: TreeNode) => {
    if (pattern) markMentions(tree, pattern)
  }
}

function markMentions(node: TreeNode, pattern: RegExp): void {
  if (!node.children) return
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return splitText(child.value ?? '', pattern)
    markMentions(child, pattern)
    return [child]
  })
}

function splitText(value: string, pattern: RegExp): TreeNode[] {
  const nodes: TreeNode[] = []
  let end = 0
  for (const match of value.matchAll(pattern)) {
    if (match.index > end) nodes.push({ type: 'text', value: value.slice(end, match.index) })
    nodes.push(mention(match[0]))
    end = match.index + match[0].length
  }
  if (end < value.length) nodes.push({ type: 'text', value: value.slice(end) })
  return nodes
}

const mention = (value: string): TreeNode => ({
  type: 'mention',
  data: { hName: 'span', hProperties: { className: 'mention' } },
  children: [{ type: 'text', value }],
})
