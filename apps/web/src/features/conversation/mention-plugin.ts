import type { MentionPattern, UserGroupId, UserId } from '@parley/protocol'

interface TreeNode {
  type: string
  value?: string
  children?: TreeNode[]
  data?: { hName: string; hProperties: Record<string, string> }
}

/** A remark plugin: turns mentions in text into marks, those of the reader into louder ones. Code and quotations stay. */
export function mentionPlugin(
  { pattern, idsByName, groupsByHandle }: MentionPattern,
  myId: UserId,
  myGroupIds: ReadonlySet<UserGroupId> = new Set(),
) {
  const isMine = (name: string) => {
    const groupId = groupsByHandle.get(name.toLowerCase())
    return groupId ? myGroupIds.has(groupId) : (idsByName.get(name.toLowerCase())?.includes(myId) ?? true)
  }
  return () => (tree: TreeNode) => markMentions(tree, pattern, isMine)
}

/** Whether a name means the reader; one that nobody carries calls everybody. */
type IsMine = (name: string) => boolean

function markMentions(node: TreeNode, pattern: RegExp, isMine: IsMine): void {
  if (!node.children || node.type === 'blockquote') return
  node.children = node.children.flatMap((child) => {
    if (child.type === 'text') return splitText(child.value ?? '', pattern, isMine)
    markMentions(child, pattern, isMine)
    return [child]
  })
}

function splitText(value: string, pattern: RegExp, isMine: IsMine): TreeNode[] {
  const nodes: TreeNode[] = []
  let end = 0
  for (const match of value.matchAll(pattern)) {
    if (match.index > end) nodes.push({ type: 'text', value: value.slice(end, match.index) })
    nodes.push(mention(match[0], isMine(match[1] ?? '')))
    end = match.index + match[0].length
  }
  if (end < value.length) nodes.push({ type: 'text', value: value.slice(end) })
  return nodes
}

const mention = (value: string, isMine: boolean): TreeNode => ({
  type: 'mention',
  data: { hName: 'span', hProperties: { className: isMine ? 'mention mention--mine' : 'mention' } },
  children: [{ type: 'text', value }],
})
