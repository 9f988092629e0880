import { type FSWatcher, watch } from 'node:fs'

/** Several changes at once are one. */
const QUIET_MS = 200
/** The system watches so many and no more; what is beyond is found by the next look. */
const MOST_DIRECTORIES = 2_000

/** Hears of changes in the folders of sources as they happen; a network's folder may say nothing. */
export class FolderWatch {
  private readonly watchers = new Map<string, Map<string, FSWatcher>>()
  private readonly timers = new Map<string, NodeJS.Timeout>()

  constructor(private readonly onChange: (sourceId: string) => void) {}

  /** From now on these folders of the source, and no others; answers whether some were not watched before. */
  watch(sourceId: string, directories: readonly string[]): boolean {
    const former = this.watchers.get(sourceId) ?? new Map<string, FSWatcher>()
    const wanted = new Set(directories.slice(0, MOST_DIRECTORIES))
    for (const [directory, watcher] of former) if (!wanted.has(directory)) watcher.close()
    const kept = [...former].filter(([directory]) => wanted.has(directory))
    const watchers = new Map(kept)
    this.watchers.set(sourceId, watchers)
    const added = [...wanted].filter((directory) => !watchers.has(directory))
    return added.filter((directory) => this.add(sourceId, directory, watchers)).length > 0
  }

  forget(sourceId: string): void {
    clearTimeout(this.timers.get(sourceId))
    this.watch(sourceId, [])
    this.watchers.delete(sourceId)
  }

  stop(): void {
    for (const sourceId of [...this.watchers.keys()]) this.forget(sourceId)
  }

  private add(sourceId: string, directory: string, watchers: Map<string, FSWatcher>): boolean {
    try {
      const watcher = watch(directory, { persistent: false }, () => this.heed(sourceId))
      // A folder that goes takes its watcher along.
      watcher.on('error', () => {
        watcher.close()
        watchers.delete(directory)
      })
      watchers.set(directory, watcher)
      return true
    } catch {
      // It has gone, or the system watches no more folders: the next look finds what is new.
      return false
    }
  }

  private heed(sourceId: string): void {
    clearTimeout(this.timers.get(sourceId))
    const timer = setTimeout(() => this.onChange(sourceId), QUIET_MS).unref()
    this.timers.set(sourceId, timer)
  }
}
