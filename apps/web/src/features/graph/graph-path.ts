import type { GraphEntityId } from '@parley/protocol'

/** `/graph`, `/graph/review`, `/graph/rules`, or `/graph/<entity>`. */
export const graphPath = (place?: string): string => (place ? `/graph/${place}` : '/graph')

export function idInGraphPath(path: string): GraphEntityId | null {
  const [, id] = /^\/graph\/([0-9a-f-]{36})$/.exec(path) ?? []
  return id ? (id as GraphEntityId) : null
}
