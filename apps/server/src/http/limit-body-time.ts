import type { FastifyInstance, FastifyRequest } from 'fastify'

/** A megabyte in this time is slower than any line that people chat on. */
const BODY_MS = 60_000

/** Of these much comes, and each is written as it arrives: how long that takes is for its sender to know. */
const LONG = /^(?:application\/octet-stream|multipart\/)/i

/**
 * Ends connections whose body does not come: a stranger who sends a byte now and then would hold them for as long as
 * they like. Headers have Node's own limit.
 */
export function limitBodyTime(app: FastifyInstance, limitMs = BODY_MS): void {
  app.addHook('preParsing', (request, _reply, _payload, done) => {
    if (!LONG.test(request.headers['content-type'] ?? '')) endLate(request, limitMs)
    done()
  })
}

function endLate({ raw }: FastifyRequest, limitMs: number): void {
  const timer = setTimeout(() => raw.socket.destroy(), limitMs).unref()
  raw.once('end', () => clearTimeout(timer)).once('close', () => clearTimeout(timer))
}
