import { type EncoderProcess, ensureModel, startEncoderProcess } from '@parley/inference'
import type { Log } from '../log'
import type { LanguageEngine } from './language-engine'
import { readWithoutModel } from './read-without-model'

export interface LanguageEngineOptions {
  /** Where the model is kept, and what is made from it. */
  readonly modelDirectory: string
  /** A directory the administrator put the model into. */
  readonly givenModelDirectory?: string
  /** The bundled `encoder-child.ts`. */
  readonly encoderEntry: string
  readonly log: Log
}

/** Fetches the model if need be and starts the encoder; without a model everything else works, and the log says so. */
export async function startLanguageEngine(options: LanguageEngineOptions): Promise<LanguageEngine> {
  const encoder = await openEncoder(options)
  return encoder ? engineOf(encoder) : engineWithoutModel()
}

export function engineWithoutModel(): LanguageEngine {
  return {
    encoder: null,
    comprehension: readWithoutModel,
    status: () => 'unavailable',
    close: async () => undefined,
  }
}

function engineOf(encoder: EncoderProcess): LanguageEngine {
  return {
    encoder,
    comprehension: readWithoutModel,
    status: () => (encoder.isReady ? 'ok' : 'starting'),
    close: () => encoder.close(),
  }
}

async function openEncoder(options: LanguageEngineOptions): Promise<EncoderProcess | null> {
  const { log } = options
  try {
    const modelPath = await ensureModel({
      directory: options.modelDirectory,
      ...(options.givenModelDirectory && { given: options.givenModelDirectory }),
      onProgress: (progress) => log.info(progress, `language model: ${progress.step}`),
    })
    return await startEncoderProcess({ entryPath: options.encoderEntry, modelPath })
  } catch (error) {
    log.error(
      { err: error },
      'NO LANGUAGE MODEL: messages are delivered, but not understood; answers compare words only',
    )
    return null
  }
}
