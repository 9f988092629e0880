import { type Language, translate, translateError } from '@parley/locale'
import { type CommandError, type ExitCode, exitCodes } from './command-error'

export interface Failure {
  readonly exitCode: ExitCode
  readonly line: string
}

/** What the server refuses because of what it was given, not because of its own state. */
const inputCodes = new Set([
  'invalid_request',
  'malformed_json',
  'invalid_encoding',
  'text_too_long',
  'text_not_storable',
  'payload_too_large',
  'unsupported_media_type',
  'unreadable_document',
  'unreadable_archive',
])

type Explain = (error: Error, language: Language) => Failure

/** By name and not by class: the classes live in parts that are loaded only when they are needed. */
const explanations: Readonly<Record<string, Explain>> = {
  CommandError: (error, language) => {
    const { exitCode, key, parameters } = error as CommandError
    // The key and its parameters were checked against each other where the error was made.
    return { exitCode, line: (translate as Told)(language, key, parameters) }
  },
  ParleyError: (error, language) => {
    const { code, parameters } = error as Error & { code: string; parameters: Readonly<Record<string, unknown>> }
    const isAboutInput = inputCodes.has(code) || code.startsWith('document_')
    const exitCode = isAboutInput ? exitCodes.unusableInput : exitCodes.failed
    return { exitCode, line: `${translateError(language, code, parameters)} (${code})` }
  },
  EvaluationInputError: (error, language) => unusable(error, language),
  IntentTrainingError: (error, language) => unusable(error, language),
  ModelUnavailableError: (error, language) => noModel(error, language),
  ModelCorruptError: (error, language) => noModel(error, language),
  EncoderUnavailableError: (error, language) => noModel(error, language),
}

type Told = (language: Language, key: string, parameters: Readonly<Record<string, unknown>>) => string

const unusable = ({ message }: Error, language: Language): Failure => ({
  exitCode: exitCodes.unusableInput,
  line: translate(language, 'cli.error.unusableInput', { reason: message }),
})

const noModel = ({ message }: Error, language: Language): Failure => ({
  exitCode: exitCodes.failed,
  line: translate(language, 'cli.error.modelUnavailable', { reason: message }),
})

/** How to tell an expected error; undefined for one that is a fault of the program. */
export function explainFailure(error: unknown, language: Language): Failure | undefined {
  if (!(error instanceof Error) || !Object.hasOwn(explanations, error.name)) return undefined
  return explanations[error.name]?.(error, language)
}
