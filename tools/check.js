import { findArrowViolations } from './checks/arrows.js'
import { findBadDecisionNumbers } from './checks/decision-numbers.js'
import { findBrokenExamples } from './checks/documented-examples.js'
import { findDeadPaths } from './checks/documented-paths.js'
import { findBadNames } from './checks/names.js'
import { runTool } from './checks/programs.js'
import { findRegistryHosts } from './checks/registry-hosts.js'
import { findStaleDocs } from './configuration-docs.js'
import { ensureInstalled } from './install.js'
import { isStartedDirectly, progress, runCommand } from './repository.js'

/** Every check returns its complaints, one a line; none means that it passed. */
const checks = {
  'types (tsc -b)': () => runTool('typescript/bin/tsc', '-b'),
  'format and lint (biome)': () => runTool('@biomejs/biome/bin/biome', 'check', '.'),
  'arrows between parts': findArrowViolations,
  names: findBadNames,
  'no registry named': findRegistryHosts,
  'documentation of the configuration': findStaleDocs,
  'files and tests that documents name': findDeadPaths,
  'numbers of decisions': findBadDecisionNumbers,
  'examples in documents': () => findBrokenExamples(),
}

/** Runs all checks, printing as it goes; returns how many passed and failed, and which. */
export async function runChecks() {
  const total = { passed: 0, failed: 0, failures: [] }
  for (const [name, check] of Object.entries(checks)) {
    const startedAt = Date.now()
    const complaints = await check()
    const seconds = ((Date.now() - startedAt) / 1000).toFixed(1)
    total[complaints.length === 0 ? 'passed' : 'failed'] += 1
    progress(`check ${complaints.length === 0 ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`)
    if (complaints.length > 0) total.failures.push(`check: ${name}`)
    for (const complaint of complaints) process.stderr.write(`  ${complaint}\n`)
  }
  return total
}

if (isStartedDirectly(import.meta.url)) {
  await runCommand(async () => {
    await ensureInstalled()
    const { failed } = await runChecks()
    process.exitCode = failed === 0 ? 0 : 1
  })
}
