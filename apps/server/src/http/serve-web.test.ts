import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveWeb } from './serve-web'

describe('the web client', () => {
  let directory: string
  let app: FastifyInstance

  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'parley-web-'))
    await mkdir(path.join(directory, 'assets'))
    await writeFile(path.join(directory, 'index.html'), '<title>Parley</title>')
    await writeFile(path.join(directory, 'assets', 'start-abc.js'), 'start()')
    app = fastify()
    await serveWeb(app, directory)
  })

  afterAll(async () => {
    await app.close()
    await rm(directory, { recursive: true })
  })

  it('is one page at any address of a page', async () => {
    const answer = await app.inject('/c/somewhere')
    expect([answer.statusCode, answer.body]).toEqual([200, '<title>Parley</title>'])
  })

  it('gives its files by name, to be kept for good', async () => {
    const answer = await app.inject('/assets/start-abc.js')
    expect([answer.body, answer.headers['cache-control']]).toEqual(['start()', expect.stringContaining('immutable')])
  })

  it('gives nothing for a file of another build: the page would be kept as if it were that file', async () => {
    const answer = await app.inject('/assets/start-old.js')
    expect([answer.statusCode, answer.json().error.code]).toEqual([404, 'not_found'])
  })
})
