#!/usr/bin/env node
import { ensureBuilt } from '../tools/build.js'
import { ensureInstalled } from '../tools/install.js'
import { runCommand } from '../tools/repository.js'

await runCommand(async () => {
  await ensureInstalled()
  await ensureBuilt()
  const { main } = await import('../dist/cli.js')
  await main(process.argv.slice(2))
})
