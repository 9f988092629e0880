import { pino } from 'pino'

/** Structured lines on standard error; standard output is for what a person at the terminal has to read. */
export function createLog(level: string) {
  return pino(
    {
      level,
      // What opens doors must not stand in a log, wherever in an object it hides.
      redact: {
        paths: ['*.password', '*.token', '*.secret', '*.authorization', '*.cookie', 'err.parameters'],
        censor: '…',
      },
    },
    pino.destination(2),
  )
}

export type Log = ReturnType<typeof createLog>
