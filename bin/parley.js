#!/usr/bin/env node
import { builtProgram, ensureBuilt } from '../tools/build.js'
import { ensureInstalled } from '../tools/install.js'
import { runCommand } from '../tools/repository.js'

await runCommand(async () => {
  await ensureInstalled()
  await ensureBuilt(['programs'])
  const { main } = await import(builtProgram('cli'))
  await main(process.argv.slice(2))
})
