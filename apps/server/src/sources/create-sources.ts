import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { SourceKind } from '@parley/protocol'
import type { ParleyOptions } from '../parley-options'
import type { Services, SourceServices } from '../services'
import type { SourceLimits } from './found-item'
import { readSourceBeside } from './read-source-beside'
import { SourceRunner } from './source-runner'

export interface SourcesOptions {
  readonly options: ParleyOptions
  /** Known once everything is put together. */
  readonly services: () => Services
  readonly onError: (error: unknown) => void
}

export interface Sources extends SourceServices {
  start(): void
  settled(): Promise<void>
  stop(): Promise<void>
}

/**
 * Who waits for whom. A website is read slowly, out of politeness, and a repository comes over a network: a folder, of which
 * changes are heard at once, waits for neither; nor for one folder that comes in for the first time and takes an hour.
 */
const LANES: readonly { readonly kind: SourceKind; readonly atOnce: number }[] = [
  { kind: 'folder', atOnce: 3 },
  { kind: 'git', atOnce: 1 },
  { kind: 'website', atOnce: 1 },
]

/** Takes documents in from where they are kept. */
export function createSources({ options, services, onError }: SourcesOptions): Sources {
  const limits: SourceLimits = {
    directories: options.sourceDirectories ?? [],
    hosts: options.sourceHosts ?? [],
    workDirectory: options.sourceWorkDirectory ?? path.join(tmpdir(), `parley-sources-${process.pid}`),
  }
  const read = readSourceBeside(path.join(options.programDirectory, 'source-worker.js'), options.databaseUrl)
  let runners: readonly SourceRunner[] = []
  let started: Promise<void> = Promise.resolve()
  const all = (act: (runner: SourceRunner) => Promise<void>) => Promise.all(runners.map(act)).then(() => undefined)
  return {
    limits,
    start: () => {
      runners = LANES.map((lane) => new SourceRunner({ lane, services: services(), read, limits, onError }))
      // What an earlier process left behind.
      const emptied = rm(limits.workDirectory, { recursive: true, force: true })
      started = emptied.then(() => all((runner) => runner.start())).catch(onError)
    },
    ask: (sourceId) => all((runner) => runner.ask(sourceId)),
    cancel: (sourceId) => all((runner) => runner.cancel(sourceId)),
    settled: () => started.then(() => all((runner) => runner.settled())),
    stop: () => started.then(() => all((runner) => runner.stop())),
  }
}
