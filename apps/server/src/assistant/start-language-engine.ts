import { join } from 'node:path'
import { type EncoderProcess, ensureModel, startEncoderProcess } from '@parley/inference'
import { type IntentClassifier, loadPack, openKeptPack } from '@parley/nlu'
import { trainIntents } from '../jobs/train-intents'
import type { Log } from '../log'
import type { LanguageEngine } from './language-engine'
import { readWithClassifier } from './read-with-classifier'
import { readWithoutModel } from './read-without-model'

export interface LanguageEngineOptions {
  /** Where the model is kept, and what is made from it. */
  readonly modelDirectory: string
  /** A directory the administrator put the model into. */
  readonly givenModelDirectory?: string
  /** Where the bundled programs lie: the encoder's child and the trainer. */
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
    encoder = await startEncoderProcess({ entryPath: join(options.programDirectory, 'encoder-child.js'), modelPath })
    return engineOf(encoder, await openClassifier(options, encoder, modelPath))
  } catch (error) {
    await encoder?.close()
    options.log.error(
      { err: error },
      'NO LANGUAGE MODEL: messages are delivered, but their intents are not known; answers compare words only',
    )
    return engineWithoutModel()
  }
}

export function engineWithoutModel(): LanguageEngine {
  return {
    encoder: null,
    comprehension: readWithoutModel,
    status: () => 'unavailable',
    close: async () => undefined,
  }
}

function engineOf(encoder: EncoderProcess, classifier: IntentClassifier): LanguageEngine {
  return {
    encoder,
    comprehension: readWithClassifier(encoder, classifier),
    status: () => (encoder.isReady ? 'ok' : 'starting'),
    close: () => encoder.close(),
  }
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
async function openClassifier(
  { modelDirectory, programDirectory, onProgress }: LanguageEngineOptions,
  encoder: EncoderProcess,
  modelPath: string,
): Promise<IntentClassifier> {
  const pack = loadPack()
  const directory = join(modelDirectory, 'intents')
  const kept = await openKeptPack(pack, { directory, encoder })
  if (kept) return kept
  onProgress?.('training')
  await trainIntents({ entryPath: join(programDirectory, 'train-intents-child.js'), modelPath, directory })
  const trained = await openKeptPack(pack, { directory, encoder })
  if (!trained) throw new Error('the trained intents cannot be read')
  return trained
}
