import { readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

/*
 * Preloaded (`node --import`) into the server that is measured. Whoever connects to the socket is told, as JSON, what
 * was longest since the last time somebody asked: a delay of the event loop by the clock; the processor time that the
 * event loop's thread spent without coming to its timers, which other programs on the machine do not lengthen; and a
 * garbage collection, which is part of both.
 */

const socketPath = process.env.EVENT_LOOP_SOCKET
// The threads and children of the server inherit the environment and are not measured.
delete process.env.EVENT_LOOP_SOCKET
if (isMainThread && socketPath) watch(socketPath)

function watch(path) {
  const delays = monitorEventLoopDelay({ resolution: 1 })
  delays.enable()
  let longest = { busyMs: 0, collectionMs: 0 }
  let before = processorMs()
  setInterval(() => {
    const now = processorMs()
    longest.busyMs = Math.max(longest.busyMs, now - before)
    before = now
  }, 1).unref()
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest.collectionMs = Math.max(longest.collectionMs, duration)
  }).observe({ entryTypes: ['gc'] })
  const server = createServer((socket) => {
    socket.end(JSON.stringify({ delayMs: delays.max / 1e6, ...longest }))
    delays.reset()
    longest = { busyMs: 0, collectionMs: 0 }
  })
  server.listen(path)
  server.unref()
}

/** Processor time of this very thread (Linux; elsewhere the clock stands in for it). */
function processorMs() {
  try {
    return Number(readFileSync('/proc/thread-self/schedstat', 'latin1').split(' ')[0]) / 1e6
  } catch {
    return performance.now()
  }
}
