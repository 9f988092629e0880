/** The server could not be reached, or something between answered in its place. Trying again may help. */
export class ConnectionError extends Error {
  override readonly name = 'ConnectionError'
}

/** The server answered with success, but not what the contract says: client and server are of different versions. */
export class UnexpectedAnswerError extends Error {
  override readonly name = 'UnexpectedAnswerError'
}
