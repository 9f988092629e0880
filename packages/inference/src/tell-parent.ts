import type { Serializable } from 'node:child_process'

/**
 * Sends to the process that has forked this one. One that is gone, be it while this is written, is no fault of the child:
 * it hears of that by `disconnect`, and ends. Without a listener of its own the failed write would end it with a stack.
 */
export function tellParent(message: Serializable): void {
  if (process.connected) process.send?.(message, undefined, undefined, () => undefined)
}
