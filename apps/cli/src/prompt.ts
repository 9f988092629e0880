import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks at the terminal, on standard error so that results stay clean; a hidden answer is not echoed. */
export async function ask(question: string, { isHidden = false } = {}): Promise<string> {
  const output = isHidden ? silence : process.stderr
  const reader = createInterface({ input: process.stdin, output, terminal: true })
  if (isHidden) process.stderr.write(question)
  try {
    return await reader.question(isHidden ? '' : question)
  } finally {
    reader.close()
    if (isHidden) process.stderr.write('\n')
  }
}

const silence = new Writable({ write: (_chunk, _encoding, done) => done() })
