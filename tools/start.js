import { builtProgram, ensureBuiltBeside } from './build.js'
import { ensureInstalled } from './install.js'
import { runCommand } from './repository.js'

// The server runs in this very process: a SIGTERM to `npm start` must reach it.
await runCommand(async () => {
  await ensureInstalled()
  await ensureBuiltBeside()
  const { main } = await import(builtProgram('server'))
  await main()
})
