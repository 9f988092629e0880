import { spawn } from 'node:child_process'
import { inRepository } from '../repository.js'

/** Runs one of the installed tools and returns its output when it fails, nothing when it succeeds. */
export function runTool(script, ...parameters) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [inRepository('node_modules', ...script.split('/')), ...parameters], {
      cwd: inRepository(),
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1' },
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text))
    child.on('error', reject)
    child.on('close', (code) => resolve(code === 0 ? [] : output.trimEnd().split('\n')))
  })
}
