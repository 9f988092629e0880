import { existsSync } from 'node:fs'
import fastifyStatic from '@fastify/static'
import { ParleyError } from '@parley/protocol'
import type { FastifyInstance } from 'fastify'
import { errorBody } from './error-answer'
import { preferredLanguage } from './preferred-language'

/** The web client routes by itself: any page address gets its one page. A file that is missing must not: it would be kept as one. */
export async function serveWeb(app: FastifyInstance, directory: string | null): Promise<void> {
  const hasWeb = directory !== null && existsSync(directory)
  if (hasWeb) {
    await app.register(fastifyStatic, {
      root: directory,
      // The build has laid a smaller form beside each text: `tools/build/compress-files.js`.
      preCompressed: true,
      setHeaders: (reply, path) => {
        // Built files carry a hash in their name; the page that names them does not.
        const isHashed = path.includes('/assets/')
        reply.setHeader('cache-control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache')
        reply.setHeader('vary', 'accept-encoding')
      },
      cacheControl: false,
    })
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = hasWeb && request.method === 'GET' && !/^\/(api|assets)\//.test(request.url)
    if (isPage) return reply.sendFile('index.html')
    const error = new ParleyError('not_found', { kind: 'address', id: request.url.slice(0, 200) })
    return reply.status(404).send(errorBody(error, preferredLanguage(request.headers['accept-language'])))
  })
}
