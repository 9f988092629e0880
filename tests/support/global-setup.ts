import { ensureBuilt } from '../../tools/build.js'

/** Builds what tests start as processes. */
export default async function setUp(): Promise<void> {
  await ensureBuilt().catch((error: unknown) => {
    // Tests that start no program can still run; those that do will say what is missing. `npm test` is strict.
    process.stderr.write(`parley: not built: ${error instanceof Error ? error.message : String(error)}\n`)
  })
}
