import type { HttpClient } from '@parley/client'
import type { GraphEdge, GraphEntity, GraphView, QueryAnswer } from '@parley/protocol'
import { CommandError, exitCodes } from '../command-error'
import { type ConnectOptions, connect } from '../connect'
import { formatTable } from '../format-table'
import type { Terminal } from '../terminal'

export interface GraphOptions extends ConnectOptions {
  readonly types?: string
  readonly asOf?: string
  readonly rules?: boolean
  readonly depth?: number
}

/** Entities by their name. */
export async function findInGraph(terminal: Terminal, name: string, options: ConnectOptions): Promise<void> {
  const server = await connect(terminal, options)
  const found = await server.call((http) => http.query('graph.find', { name, limit: 50 }))
  terminal.result(found, () =>
    found.entities.length === 0
      ? [terminal.text('cli.graph.none')]
      : formatTable(
          found.entities.map(({ id, kind, edgeCount, name: called }) => [id, kind, String(edgeCount), called]),
        ),
  )
}

/** What belongs to an entity. */
export async function lookAround(terminal: Terminal, name: string, options: GraphOptions): Promise<void> {
  const server = await connect(terminal, options)
  const view = await server.call(async (http) => {
    const { id: entityId } = await requireNamed(http, name)
    const depth = options.depth === undefined ? {} : { depth: Number(options.depth) }
    return http.query('graph.around', { entityId, ...depth, ...filtersOf(options) })
  })
  terminal.result(view, () => describeEdges(view, view.edges))
}

/** The shortest ways from one entity to another. */
export async function findPaths(terminal: Terminal, from: string, to: string, options: GraphOptions): Promise<void> {
  const server = await connect(terminal, options)
  const found = await server.call(async (http) => {
    const [one, other] = [await requireNamed(http, from), await requireNamed(http, to)]
    return http.query('graph.paths', { fromId: one.id, toId: other.id, ...filtersOf(options) })
  })
  terminal.result(found, () => (found.paths.length === 0 ? [terminal.text('cli.graph.noPath')] : describePaths(found)))
}

const filtersOf = ({ types, asOf, rules }: GraphOptions) => ({
  ...(types && { types }),
  ...(asOf && { asOf }),
  ...(rules && { withRules: 'true' as const }),
})

/** An entity by its id, or the one that is nearest to the name. */
async function requireNamed(http: HttpClient, name: string): Promise<GraphEntity> {
  const { entities } = await http.query('graph.find', { name, limit: 1 })
  if (entities[0]) return entities[0]
  throw CommandError.of(exitCodes.unusableInput, 'cli.graph.unknown', { name })
}

function describeEdges({ entities }: GraphView, edges: readonly GraphEdge[]): string[] {
  const nameOf = (id: string) => entities.find((entity) => entity.id === id)?.name ?? id
  return formatTable(
    edges.map(({ type, fromId, toId, state, confidence }) => [
      ...[nameOf(fromId), type, nameOf(toId), state, `${Math.round(confidence * 100)}%`],
    ]),
  )
}

function describePaths(found: QueryAnswer<'graph.paths'>): string[] {
  return found.paths.flatMap((path, at) => {
    const edges = path.flatMap((id) => found.edges.filter((edge) => edge.id === id))
    return [...(at > 0 ? [''] : []), ...describeEdges(found, edges)]
  })
}
