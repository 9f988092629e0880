import { type FSWatcher, watch } from 'node:fs'
import path from 'node:path'
import { isWithin } from './allowed-directory'

/** Several changes at once are one. */
const QUIET_MS = 200
/** A folder in which something is written all the time is looked at too. */
const LONGEST_MS = 2_000
/** The system watches so many and no more; what is beyond is found by the next look. */
const MOST_DIRECTORIES = 2_000

/** Hears of changes in the folders of sources as they happen; a network's folder may say nothing. */
export class FolderWatch {
  private readonly watchers = new Map<string, Map<string, FSWatcher>>()
  private readonly timers = new Map<string, NodeJS.Timeout>()
  /** The folders above the sources': who takes a whole folder away and puts another there says so in the one above. */
  private readonly above = new Map<string, FSWatcher>()
  private readonly heardAt = new Map<string, number>()

  constructor(private readonly onChange: (sourceId: string) => void) {}

  /** From now on these folders of the source, its own first, and no others; answers whether some were not watched before. */
  watch(sourceId: string, directories: readonly string[]): boolean {
    const former = this.watchers.get(sourceId) ?? new Map<string, FSWatcher>()
    const wanted = new Set(directories.slice(0, MOST_DIRECTORIES))
    for (const [directory, watcher] of former) if (!wanted.has(directory)) watcher.close()
    const watchers = new Map([...former].filter(([directory]) => wanted.has(directory)))
    this.watchers.set(sourceId, watchers)
    this.watchAbove(sourceId, directories[0])
    const added = [...wanted].filter((directory) => !watchers.has(directory))
    return added.filter((directory) => this.add(sourceId, directory, watchers)).length > 0
  }

  forget(sourceId: string): void {
    clearTimeout(this.timers.get(sourceId))
    this.watch(sourceId, [])
    this.watchers.delete(sourceId)
    this.heardAt.delete(sourceId)
  }

  stop(): void {
    for (const sourceId of [...this.watchers.keys()]) this.forget(sourceId)
  }

  private add(sourceId: string, directory: string, watchers: Map<string, FSWatcher>): boolean {
    const watcher = watchOver(directory, (name) => {
      // A folder says its own name when it goes. Another may be in its place by the next look: what watches it watches what has gone.
      if (name === path.basename(directory)) this.drop(sourceId, directory)
      this.heed(sourceId)
    })
    watcher?.on('error', () => this.drop(sourceId, directory))
    if (watcher) watchers.set(directory, watcher)
    return watcher !== null
  }

  /** What lies in a folder goes with it. */
  private drop(sourceId: string, gone: string): void {
    const watchers = this.watchers.get(sourceId)
    for (const [directory, watcher] of watchers ?? []) {
      if (!isWithin(directory, gone)) continue
      watcher.close()
      watchers?.delete(directory)
    }
  }

  private watchAbove(sourceId: string, root: string | undefined): void {
    this.above.get(sourceId)?.close()
    this.above.delete(sourceId)
    if (root === undefined) return
    const watcher = watchOver(path.dirname(root), (name) => {
      if (name === path.basename(root)) this.heed(sourceId)
    })
    watcher?.on('error', () => watcher.close())
    if (watcher) this.above.set(sourceId, watcher)
  }

  private heed(sourceId: string): void {
    clearTimeout(this.timers.get(sourceId))
    const heardAt = this.heardAt.get(sourceId) ?? Date.now()
    this.heardAt.set(sourceId, heardAt)
    const tell = () => {
      this.heardAt.delete(sourceId)
      this.onChange(sourceId)
    }
    const waitMs = Math.max(0, Math.min(QUIET_MS, heardAt + LONGEST_MS - Date.now()))
    this.timers.set(sourceId, setTimeout(tell, waitMs).unref())
  }
}

/** Null: it has gone, or the system watches no more folders; the next look finds what is new. */
function watchOver(directory: string, onChange: (name: string | null) => void): FSWatcher | null {
  try {
    return watch(directory, { persistent: false }, (_event, name) => onChange(name))
  } catch {
    return null
  }
}
