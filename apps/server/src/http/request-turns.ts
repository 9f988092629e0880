import type { FastifyInstance } from 'fastify'

/** Nobody notices so short a wait. */
const TURN_MS = 4
const MOST_A_TURN = 16

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
    for (const _ of this.waiting.slice(0, MOST_A_TURN)) setImmediate(this.beginNext)
  }

  /** Between two of these the event loop does all that the first one has begun, promises and all: it belongs to its time. */
  private readonly beginNext = () => {
    if (this.waiting.length > 0 && this.hasTime()) this.waiting.shift()?.()
  }
}
