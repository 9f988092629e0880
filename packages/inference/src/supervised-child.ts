import { type ChildProcess, fork } from 'node:child_process'

export interface SupervisedChildOptions<Incoming> {
  readonly entryPath: string
  /** The new process runs and can be sent to. */
  onStart(child: ChildProcess): void
  onMessage(incoming: Incoming): void
  /** It has ended; a new one is started after `restartInMs` unless `stop` was called. */
  onExit(reason: string, restartInMs: number): void
  readonly firstDelayMs?: number
  readonly longestDelayMs?: number
}

export interface SupervisedChild {
  readonly pid: number | undefined
  /** The child has proved itself useful: the next restart is quick again. */
  markHealthy(): void
  /** Ends a child that no longer answers; `onExit` and a new start follow, as when it had died by itself. */
  kill(): void
  stop(): Promise<void>
}

/** Keeps one forked process alive, starting it anew with growing delays. It ends with this process. */
export function superviseChild<Incoming>(options: SupervisedChildOptions<Incoming>): SupervisedChild {
  const firstDelayMs = options.firstDelayMs ?? 100
  let delayMs = firstDelayMs
  let child: ChildProcess | undefined
  let timer: NodeJS.Timeout | undefined
  let isStopped = false

  const start = (): void => {
    const started = fork(options.entryPath, [], { serialization: 'advanced', execArgv: [] })
    child = started
    started.on('message', (incoming) => options.onMessage(incoming as Incoming))
    onceEnded(started, (reason) => {
      child = undefined
      if (isStopped) return
      const restartInMs = delayMs
      // Before anybody is told: who stops it then takes this start back, too.
      timer = setTimeout(start, restartInMs)
      delayMs = Math.min(delayMs * 2, options.longestDelayMs ?? 30_000)
      options.onExit(reason, restartInMs)
    })
    options.onStart(started)
  }

  start()
  return {
    get pid() {
      return child?.pid
    },
    markHealthy: () => {
      delayMs = firstDelayMs
    },
    kill: () => {
      child?.kill('SIGKILL')
    },
    stop: async () => {
      isStopped = true
      clearTimeout(timer)
      if (child !== undefined) await endChild(child)
    },
  }
}

/** A process that could not be started tells so by `error`, one that ended by `exit`, some by both. */
function onceEnded(child: ChildProcess, handle: (reason: string) => void): void {
  let hasEnded = false
  const end = (reason: string): void => {
    if (hasEnded) return
    hasEnded = true
    handle(reason)
  }
  child.once('error', (error) => end(error.message))
  child.once('exit', (code, signal) => end(signal === null ? `ended with code ${code}` : `killed by ${signal}`))
}

/** Nothing in the child needs saving, so that it need not be asked. */
function endChild(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGKILL')
  })
}
