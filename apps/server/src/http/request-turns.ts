import type { FastifyInstance } from 'fastify'

/** Nobody notices so short a wait. */
const TURN_MS = 4

/** Requests that come at once begin in the order of their coming, but not all in one turn of the event loop. */
export function beginInTurns(app: FastifyInstance): void {
  const turns = new RequestTurns()
  app.addHook('onRequest', (_request, _reply, done) => turns.enter(done))
}

/**
 * A thousand sockets that become readable together are read in one turn: nothing else, no timer and no answer of the
 * database, would come between their requests. Begins those that there is time for, and the others in the turns after.
 */
export class RequestTurns {
  private readonly waiting: (() => void)[] = []
  private turnBeganAt: number | null = null

  constructor(private readonly turnMs = TURN_MS) {}

  enter(begin: () => void): void {
    if (this.waiting.length === 0 && this.hasTime()) begin()
    else this.waiting.push(begin)
  }

  private hasTime(): boolean {
    if (this.turnBeganAt === null) {
      this.turnBeganAt = performance.now()
      setImmediate(this.nextTurn)
    }
    return performance.now() - this.turnBeganAt < this.turnMs
  }

  private readonly nextTurn = () => {
    this.turnBeganAt = null
    this.goOn()
  }

  private readonly goOn = () => {
    if (this.waiting.length === 0 || !this.hasTime()) return
    this.waiting.shift()?.()
    // Behind what this one does at once, which belongs to its time.
    process.nextTick(this.goOn)
  }
}
