import { setImmediate as nextTurn } from 'node:timers/promises'

/** Nobody notices so short a wait. */
const TURN_MS = 4

/** Does a long piece of work step by step, and lets everybody else have their turn as soon as it has taken some milliseconds. */
export async function inTurns<Result>(steps: Generator<void, Result>): Promise<Result> {
  let begunAt = performance.now()
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    if (performance.now() - begunAt < TURN_MS) continue
    await nextTurn()
    begunAt = performance.now()
  }
}
