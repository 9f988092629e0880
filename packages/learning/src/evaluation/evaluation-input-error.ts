/** Where in its input an evaluation could not go on. */
export interface InputPlace {
  readonly file: string
  /** From 1; absent when the whole file is meant. */
  readonly line?: number
  /** Dotted path of the field within the row. */
  readonly field?: string
}

/** What is wrong there, for whoever tells it in another language. `other` is told by the reason alone. */
export type InputProblem =
  | 'no-such-file'
  | 'unreadable'
  | 'no-rows'
  | 'not-utf-8'
  | 'not-json'
  | 'missing'
  | 'misfit'
  | 'other'

/** Unusable evaluation input. The message names file, line and field, as far as they are known. */
export class EvaluationInputError extends Error {
  override readonly name = 'EvaluationInputError'

  constructor(
    readonly place: InputPlace,
    readonly reason: string,
    readonly problem: InputProblem = 'other',
  ) {
    super(
      `${[place.file, place.line].filter((part) => part !== undefined).join(':')}: ${describe(place.field)}${reason}`,
    )
  }
}

function describe(field: string | undefined): string {
  return field === undefined ? '' : `field "${field}": `
}
