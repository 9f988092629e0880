import { resolve } from 'node:path'
import { defaultModelDirectory, ensureModel, type OpenedEncoder, openEncoder } from '@parley/inference'
import type { Terminal } from './terminal'

export interface LocalEncoder {
  readonly encoder: OpenedEncoder
  /** Where the model lies, and what is made from it. */
  readonly directory: string
}

/** As the server chooses it. */
export function modelDirectory(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.PARLEY_MODEL_DIR ? resolve(environment.PARLEY_MODEL_DIR) : defaultModelDirectory(environment)
}

/**
 * The encoder in this process, its model fetched if need be.
 *
 * @throws ModelUnavailableError, ModelCorruptError
 */
export async function openLocalEncoder(terminal: Terminal): Promise<LocalEncoder> {
  const directory = modelDirectory()
  const modelPath = await ensureModel({
    directory,
    onProgress: ({ step }) => {
      if (step === 'downloading') terminal.progress(terminal.text('cli.step.fetching'))
    },
  })
  return { directory, encoder: await openEncoder({ modelPath }) }
}
