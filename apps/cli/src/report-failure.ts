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
  'archive_not_a_zip',
  'archive_unsafe_path',
  'archive_too_large',
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
  EvaluationInputError: (error, language) => unusableAt(error as UnusableInput, language),
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

interface UnusableInput extends Error {
  readonly place: { readonly file: string; readonly line?: number; readonly field?: string }
  readonly problem: keyof typeof PROBLEMS
  readonly reason: string
}

const PROBLEMS = {
  'no-such-file': 'cli.input.noSuchFile',
  'no-rows': 'cli.input.noRows',
  'not-utf-8': 'cli.input.notUtf8',
  'not-json': 'cli.input.notJson',
  missing: 'cli.input.missing',
  misfit: 'cli.input.misfit',
} as const

/** Where it stands is the same in every language; what is wrong there is not, and is told as it is where nobody knows it. */
function unusableAt(error: UnusableInput, language: Language): Failure {
  const key = Object.hasOwn(PROBLEMS, error.problem) ? PROBLEMS[error.problem] : null
  if (key === null) return unusable(error, language)
  const { file, line, field } = error.place
  const at = line === undefined ? file : `${file}:${line}`
  const what = (translate as Told)(language, key, { field: field ?? 'JSON', reason: error.reason })
  return {
    exitCode: exitCodes.unusableInput,
    line: translate(language, 'cli.error.unusableInput', { reason: `${at}: ${what}` }),
  }
}

const noModel = ({ message }: Error, language: Language): Failure => ({
  exitCode: exitCodes.failed,
  line: translate(language, 'cli.error.modelUnavailable', { reason: message }),
})

/** How to tell an expected error; undefined for one that is a fault of the program. */
export function explainFailure(error: unknown, language: Language): Failure | undefined {
  if (!(error instanceof Error) || !Object.hasOwn(explanations, error.name)) return undefined
  return explanations[error.name]?.(error, language)
}
