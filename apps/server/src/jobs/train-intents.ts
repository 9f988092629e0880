import { fork } from 'node:child_process'

export interface TrainIntentsJob {
  /** The bundled `train-intents-child.ts`. */
  readonly entryPath: string
  readonly directory: string
  /** null: there is no encoder, words alone tell the intents. */
  readonly modelPath: string | null
}

/** Trains the intents in a process of its own; the model is kept in the directory when this resolves. */
export function trainIntents({ entryPath, modelPath, directory }: TrainIntentsJob): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = fork(entryPath, [directory, ...(modelPath ? [modelPath] : [])], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      if (code === 0) resolve()
      else reject(new Error(`training the intents ended with ${signal ?? code}`))
    })
  })
}
