import { startTestPostgres } from '@parley/server/test-postgres'
// An augmentation needs the module that it augments in sight.
import type {} from 'vitest'
import type { TestProject } from 'vitest/node'
import { ensureBuilt } from '../../tools/build.js'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's PostgreSQL: its maintenance database, as a role that may create databases. */
    postgresUrl: string
  }
}

/** Once a run: builds the programs that tests start, and starts the PostgreSQL that their databases live in. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const needsBrowser = project.vitest.projects.some(({ name }) => name === 'browser')
  await tolerate('nothing was built', () => ensureBuilt(needsBrowser ? undefined : ['programs']))
  const postgres = await tolerate('there is no database', () => startTestPostgres())
  if (postgres) project.provide('postgresUrl', postgres.url)
  return async () => postgres?.stop()
}

/** With `CI` set a failed set-up ends the run; else only the tests that need what is missing fail. */
async function tolerate<T>(consequence: string, step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step()
  } catch (error) {
    if (process.env.CI) throw error
    process.stderr.write(`parley: ${consequence}: ${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  }
}
