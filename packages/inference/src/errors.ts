/** No source holds the model; `reasons` says for each source that was tried why not. */
export class ModelUnavailableError extends Error {
  override readonly name = 'ModelUnavailableError'
  constructor(
    what: string,
    readonly reasons: readonly string[],
  ) {
    super(`${what} could not be had: ${reasons.join('; ')}`)
  }
}

/** A model file is there but is not what it should be (wrong checksum, unreadable format). */
export class ModelCorruptError extends Error {
  override readonly name = 'ModelCorruptError'
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`${path} is not the expected model: ${reason}`)
  }
}
