import { fork } from 'node:child_process'
import type { HeadName } from '@parley/nlu'

export interface TrainHeadsJob {
  /** The bundled `train-heads-child.ts`. */
  readonly entryPath: string
  readonly directory: string
  readonly heads: readonly HeadName[]
  /** null: there is no encoder, words alone tell the intents. */
  readonly modelPath: string | null
  /** Ends the training, which then fails. */
  readonly signal?: AbortSignal
}

/** Trains heads in a process of their own; they are kept in the directory when this resolves. */
export function trainHeads({ entryPath, modelPath, directory, heads, signal }: TrainHeadsJob): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(entryPath, [directory, heads.join(','), ...(modelPath ? [modelPath] : [])], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      ...(signal && { signal }),
    })
    child.once('error', reject)
    child.once('exit', (code, ended) => {
      if (code === 0) resolve()
      else reject(new Error(`training ${heads.join(' and ')} ended with ${ended ?? code}`))
    })
  })
}
