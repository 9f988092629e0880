import { join } from 'node:path'
import { type EncoderProcess, ensureModel, startEncoderProcess } from '@parley/inference'
import { loadPack, openKeptPack } from '@parley/nlu'
import { trainIntents } from '../jobs/train-intents'
import type { Log } from '../log'
import type { LanguageEngine } from './language-engine'
import { ReadingThread } from './reading-thread'

export interface LanguageEngineOptions {
  /** Where the model is kept, and what is made from it. */
  readonly modelDirectory: string
  /** A directory the administrator put the model into. */
  readonly givenModelDirectory?: string
  /** Where the bundled programs lie: the encoder's child, the reading thread and the trainer. */
  readonly programDirectory: string
  readonly log: Log
  /** Told of work that takes long enough to be noticed. */
  readonly onProgress?: (step: 'fetching' | 'training') => void
}

/** Fetches the model if need be and starts the encoder; without a model everything else works, and the log says so. */
export async function startLanguageEngine(options: LanguageEngineOptions): Promise<LanguageEngine> {
  let encoder: EncoderProcess | undefined
  try {
    const modelPath = await fetchModel(options)
    const entryPath = join(options.programDirectory, 'encoder-child.js')
    encoder = await startEncoderProcess({ entryPath, modelPath })
    const directory = join(options.modelDirectory, 'intents')
    await ensureIntents(options, { directory, encoderId: encoder.id, modelPath })
    return engineOf(options, encoder, directory)
  } catch (error) {
    await encoder?.close()
    options.log.error(
      { err: error },
      'NO LANGUAGE MODEL: messages are delivered, but their intents are not known; answers compare words only',
    )
    return startEngineWithoutModel(options)
  }
}

/** Rules and words alone. */
export function startEngineWithoutModel(
  options: Pick<LanguageEngineOptions, 'programDirectory' | 'log'>,
): LanguageEngine {
  const thread = startThread(options, null, null)
  return { encoder: null, comprehension: thread, status: () => 'unavailable', close: () => thread.close() }
}

function engineOf(options: LanguageEngineOptions, encoder: EncoderProcess, directory: string): LanguageEngine {
  const thread = startThread(options, encoder, directory)
  return {
    encoder,
    comprehension: thread,
    status: () => (encoder.isReady ? 'ok' : 'starting'),
    close: async () => {
      await thread.close()
      await encoder.close()
    },
  }
}

function startThread(
  { programDirectory, log }: Pick<LanguageEngineOptions, 'programDirectory' | 'log'>,
  encoder: EncoderProcess | null,
  directory: string | null,
): ReadingThread {
  return new ReadingThread({
    entryPath: join(programDirectory, 'reading-worker.js'),
    encoder,
    intents: encoder && directory ? { directory, encoderId: encoder.id } : null,
    onError: (error) => log.error({ err: error }, 'the reading thread failed'),
  })
}

function fetchModel({ modelDirectory, givenModelDirectory, log, onProgress }: LanguageEngineOptions): Promise<string> {
  return ensureModel({
    directory: modelDirectory,
    ...(givenModelDirectory && { given: givenModelDirectory }),
    onProgress: (progress) => {
      if (progress.step === 'downloading') onProgress?.('fetching')
      log.debug(progress, `language model: ${progress.step}`)
    },
  })
}

/** The workplace intents, trained for this encoder: at the first start, in a process of its own. */
async function ensureIntents(
  { programDirectory, onProgress }: LanguageEngineOptions,
  { directory, encoderId, modelPath }: { directory: string; encoderId: string; modelPath: string },
): Promise<void> {
  if (await openKeptPack(loadPack(), { directory, encoder: { id: encoderId } })) return
  onProgress?.('training')
  await trainIntents({ entryPath: join(programDirectory, 'train-intents-child.js'), modelPath, directory })
}
