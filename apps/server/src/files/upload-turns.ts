/** One writer a file at a time. */
export interface UploadTurns {
  /**
   * Runs when nobody else works on the file. Whoever does is interrupted: a client that comes again has given that
   * connection up, even where this end has not noticed yet.
   */
  take<Result>(fileId: string, work: (interrupted: AbortSignal) => Promise<Result>): Promise<Result>
}

interface Turn {
  readonly interruption: AbortController
  readonly done: Promise<unknown>
}

export function createUploadTurns(): UploadTurns {
  const last = new Map<string, Turn>()
  return {
    take: async (fileId, work) => {
      const before = last.get(fileId)
      before?.interruption.abort()
      const interruption = new AbortController()
      const result = (before?.done ?? Promise.resolve()).then(() => work(interruption.signal))
      const turn = { interruption, done: result.catch(() => undefined) }
      last.set(fileId, turn)
      try {
        return await result
      } finally {
        if (last.get(fileId) === turn) last.delete(fileId)
      }
    },
  }
}
