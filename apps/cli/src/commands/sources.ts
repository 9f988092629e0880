import { pathToFileURL } from 'node:url'
import { CollectionId, type DocumentSource, SourceSettings } from '@parley/protocol'
import { CommandError, exitCodes } from '../command-error'
import { type ConnectOptions, connect, type ServerConnection } from '../connect'
import { findCollection } from '../find-collection'
import { formatTable } from '../format-table'
import type { Terminal } from '../terminal'

/** Sources of the collections that the signed-in person looks after. */
export async function listSources(terminal: Terminal, options: ConnectOptions): Promise<void> {
  const server = await connect(terminal, options)
  const list = await server.call((http) => http.query('sources.list', {}))
  terminal.result(list, () =>
    list.sources.length === 0
      ? [terminal.text('cli.sources.list.none')]
      : formatTable(list.sources.map((source) => describe(terminal, source))),
  )
}

const describe = (terminal: Terminal, source: DocumentSource): string[] => [
  ...[source.id, source.settings.kind, source.name, stateOf(terminal, source)],
  terminal.text('cli.sources.documents', { count: source.documentCount }),
]

function stateOf({ text }: Terminal, { isPaused, isWaiting, lastRun }: DocumentSource): string {
  if (isPaused) return text('cli.sources.state.paused')
  if (isWaiting) return text('cli.sources.state.waiting')
  return text(`cli.sources.state.${lastRun?.outcome ?? 'ready'}`)
}

/** What a source holds; what was not taken in is said with its error's code. */
export async function listSourceItems(terminal: Terminal, wanted: string, options: ConnectOptions): Promise<void> {
  const server = await connect(terminal, options)
  const { id: sourceId } = await findSource(server, wanted)
  const list = await server.call((http) => http.query('sources.items', { sourceId, limit: 200 }))
  terminal.result(list, () =>
    formatTable(list.items.map(({ key, title, failure }) => [failure?.code ?? '-', key, title ?? ''])),
  )
}

export interface AddSourceOptions extends ConnectOptions {
  readonly name?: string
  readonly collection?: string
  readonly branch?: string
  readonly pattern?: readonly string[]
  readonly every?: string
}

export async function addSource(
  terminal: Terminal,
  kind: string,
  place: string | undefined,
  options: AddSourceOptions,
): Promise<void> {
  const settings = readSettings(kind, place, options)
  const server = await connect(terminal, options)
  const collectionId = options.collection && CollectionId.parse(await findCollection(server, options.collection))
  const everyMinutes = options.every === undefined ? undefined : Number(options.every) || null
  const body = { name: (options.name ?? place ?? kind).slice(0, 80), settings, ...(collectionId && { collectionId }) }
  const added = await server.call((http) => http.command('sources.add', { ...body, everyMinutes }))
  terminal.result(added, () => [terminal.text('cli.sources.add.added', added.source)])
}

/** @throws CommandError when it is no such place */
function readSettings(kind: string, place: string | undefined, { branch, pattern }: AddSourceOptions): SourceSettings {
  const address = kind === 'git' && place?.startsWith('/') ? pathToFileURL(place).href : place
  const given = { kind, directory: place, address, branch: branch ?? null, patterns: pattern ?? [] }
  const settings = SourceSettings.safeParse(given)
  if (settings.success) return settings.data
  throw CommandError.of(exitCodes.unusableInput, 'error.invalid_request')
}

const ACTS = { run: 'sources.run', pause: 'sources.pause', resume: 'sources.resume' } as const

export interface ActOptions extends ConnectOptions {
  readonly removeGone?: boolean
}

/** Looks at a source now, pauses it, or lets it go on. */
export async function actOnSource(
  terminal: Terminal,
  act: keyof typeof ACTS,
  wanted: string,
  options: ActOptions,
): Promise<void> {
  const server = await connect(terminal, options)
  const { id: sourceId } = await findSource(server, wanted)
  const body = { sourceId, ...(act === 'run' && { removesAll: options.removeGone ?? false }) }
  const done = await server.call((http) => http.command(ACTS[act], body))
  const { name } = done.source
  terminal.result(done, () => [terminal.text('cli.sources.done', { name, state: stateOf(terminal, done.source) })])
}

export async function removeSource(
  terminal: Terminal,
  wanted: string,
  options: ConnectOptions & { readonly documents?: boolean },
): Promise<void> {
  const server = await connect(terminal, options)
  const { id: sourceId, name } = await findSource(server, wanted)
  const body = { sourceId, removesDocuments: options.documents ?? false }
  const removed = await server.call((http) => http.command('sources.remove', body))
  terminal.result(removed, () => [terminal.text('cli.sources.removed', { name })])
}

/** By name or id. @throws CommandError naming those that there are. */
async function findSource(server: ServerConnection, wanted: string): Promise<DocumentSource> {
  const { sources } = await server.call((http) => http.query('sources.list', {}))
  const found = sources.find(({ id, name }) => id === wanted || name === wanted)
  if (found) return found
  const names = sources.map(({ name }) => name).join(', ')
  throw CommandError.of(exitCodes.unusableInput, 'cli.sources.unknown', { name: wanted, names })
}
