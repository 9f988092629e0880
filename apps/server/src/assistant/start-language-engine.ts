import { join } from 'node:path'
import {
  type EncoderProcess,
  ensureModel,
  ModelCorruptError,
  ModelUnavailableError,
  startEncoderProcess,
} from '@parley/inference'
import type { HeadName } from '@parley/nlu'
import { evaluate } from '../jobs/evaluate'
import { learnIntents, shapeOf } from '../jobs/learn-intents'
import { trainHeads } from '../jobs/train-heads'
import type { Log } from '../log'
import type { IntentControl } from './intent-control'
import type { LanguageEngine } from './language-engine'
import { ReadingThread } from './reading-thread'

const TRAINER = 'train-heads-child.js'
const LEARNER = 'learn-intents-child.js'
const EVALUATOR = 'evaluate-child.js'

export interface LanguageEngineOptions {
  /** Where the model is kept, and what is made from it. */
  readonly modelDirectory: string
  /** A directory that the administrator named: a model in it is used as it is, or refused when it is damaged. */
  readonly givenModelDirectory?: string | undefined
  /** Where the bundled programs lie: the encoder's child, the reading thread and the trainer. */
  readonly programDirectory: string
  readonly log: Log
  /** Whether sentiment and emotion are read. Default true. */
  readonly readsSentiment?: boolean
  /** Told of work that takes long enough to be noticed. */
  readonly onProgress?: (step: 'fetching' | 'training') => void
  /** Told why the server goes on without its language model. */
  readonly onTrouble?: (trouble: ModelTrouble) => void
}

/** Codes are stable; their texts are kept by `locale`. */
export interface ModelTrouble {
  readonly code: 'model_corrupt' | 'model_unavailable' | 'encoder_failed'
  readonly detail: string
}

/** Fetches the model if need be and starts the encoder; without a model everything else works, and the log says so. */
export async function startLanguageEngine(options: LanguageEngineOptions): Promise<LanguageEngine> {
  let encoder: EncoderProcess | undefined
  let thread: ReadingThread | undefined
  try {
    const modelPath = await fetchModel(options)
    const entryPath = join(options.programDirectory, 'encoder-child.js')
    encoder = await startEncoderProcess({ entryPath, modelPath })
    thread = startThread(options, encoder)
    const further = await ensureIntents(options, thread, modelPath)
    const training = trainFurther(options, { modelPath, thread, heads: further })
    return { ...engineOf(encoder, thread, training), intents: intentControl(options, thread, encoder) }
  } catch (error) {
    await thread?.close()
    await encoder?.close()
    options.log.error(
      { err: error },
      'NO LANGUAGE MODEL: messages are understood by their words alone, answers compare words only',
    )
    options.onTrouble?.(troubleOf(error))
    return startByWords(options)
  }
}

async function startByWords(options: LanguageEngineOptions): Promise<LanguageEngine> {
  const thread = startThread(options, null)
  await ensureIntents(options, thread, null)
  return { ...engineWithoutModel(thread), intents: intentControl(options, thread, null) }
}

function troubleOf(error: unknown): ModelTrouble {
  const detail = error instanceof Error ? error.message : String(error)
  if (error instanceof ModelCorruptError) return { code: 'model_corrupt', detail }
  return { code: error instanceof ModelUnavailableError ? 'model_unavailable' : 'encoder_failed', detail }
}

/** Rules alone: no encoder, no intents. */
export function startRulesOnlyEngine(options: Pick<LanguageEngineOptions, 'programDirectory' | 'log'>): LanguageEngine {
  return engineWithoutModel(startThread(options, null))
}

function engineWithoutModel(thread: ReadingThread): LanguageEngine {
  return {
    encoder: null,
    comprehension: thread,
    explainer: thread,
    rules: thread,
    status: () => 'unavailable',
    close: () => thread.close(),
  }
}

/** @param training of further heads, which ends with the engine. */
function engineOf(encoder: EncoderProcess, thread: ReadingThread, training: AbortController): LanguageEngine {
  return {
    encoder,
    comprehension: thread,
    explainer: thread,
    rules: thread,
    attend: encoder.attend,
    status: () => (encoder.isReady ? 'ok' : 'starting'),
    close: async () => {
      training.abort()
      await thread.close()
      await encoder.close()
    },
  }
}

function intentControl(
  { modelDirectory, programDirectory }: LanguageEngineOptions,
  thread: ReadingThread,
  encoder: EncoderProcess | null,
): IntentControl {
  const places = {
    entryPath: join(programDirectory, LEARNER),
    shippedDirectory: headsIn(modelDirectory),
    featureDirectory: join(modelDirectory, 'features'),
  }
  return {
    encoderId: encoder?.id ?? null,
    use: (choice) => thread.useIntents(choice),
    describe: () => thread.describeIntents(),
    learn: (lessons) => learnIntents({ ...lessons, ...places, encoder }),
    measure: (task) =>
      evaluate({
        ...task,
        encoder,
        entryPath: join(programDirectory, EVALUATOR),
        reading: { encoder: encoder && shapeOf(encoder), shippedDirectory: places.shippedDirectory },
      }),
  }
}

type ReadingOptions = Pick<LanguageEngineOptions, 'programDirectory' | 'log' | 'readsSentiment'> & {
  /** Left out: no intents. */
  readonly modelDirectory?: string
}

const headsIn = (modelDirectory: string) => join(modelDirectory, 'intents')

function startThread(
  { modelDirectory, programDirectory, log, readsSentiment = true }: ReadingOptions,
  encoder: EncoderProcess | null,
): ReadingThread {
  return new ReadingThread({
    entryPath: join(programDirectory, 'reading-worker.js'),
    encoder,
    intents:
      modelDirectory === undefined ? null : { directory: headsIn(modelDirectory), encoderId: encoder?.id ?? null },
    readsSentiment,
    onError: (error) => log.error({ err: error }, 'the reading thread failed'),
  })
}

function fetchModel(options: LanguageEngineOptions): Promise<string> {
  const { modelDirectory, givenModelDirectory, log, onProgress } = options
  return ensureModel({
    directory: modelDirectory,
    ...(givenModelDirectory && { given: givenModelDirectory }),
    onProgress: (progress) => {
      if (progress.step === 'downloading') onProgress?.('fetching')
      log.debug(progress, `language model: ${progress.step}`)
    },
  })
}

/**
 * The workplace intents and the request head, trained for this encoder or for none: at the first start, in a process of
 * its own.
 *
 * @returns the heads that are still missing and that nobody waits for.
 */
async function ensureIntents(
  { modelDirectory, programDirectory, onProgress }: LanguageEngineOptions,
  thread: ReadingThread,
  modelPath: string | null,
): Promise<readonly HeadName[]> {
  const { needed, further } = await thread.missingHeads()
  if (needed.length === 0) return further
  onProgress?.('training')
  const directory = headsIn(modelDirectory)
  await trainHeads({ entryPath: join(programDirectory, TRAINER), modelPath, directory, heads: needed })
  thread.openHeads()
  return further
}

interface FurtherTraining {
  readonly heads: readonly HeadName[]
  readonly modelPath: string
  readonly thread: ReadingThread
}

/** Tone and names, where they are still to be learnt: the server answers meanwhile, and reads messages without them. */
function trainFurther(
  { modelDirectory, programDirectory, log }: LanguageEngineOptions,
  { heads, modelPath, thread }: FurtherTraining,
): AbortController {
  const stop = new AbortController()
  const train = async () => {
    if (heads.length === 0) return
    const { signal } = stop
    const directory = headsIn(modelDirectory)
    await trainHeads({ entryPath: join(programDirectory, TRAINER), modelPath, directory, heads, signal })
    thread.openHeads()
  }
  train().catch((error: unknown) => {
    if (!stop.signal.aborted)
      log.error({ err: error }, 'tone and names could not be learnt: messages are read without them')
  })
  return stop
}
