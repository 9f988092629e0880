import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What names the built web client: the script that its page begins with, which bears its content in its name. */
export function readWebBuild(directory: string | null): string | undefined {
  if (directory === null) return undefined
  const page = readFileSync(join(directory, 'index.html'), 'utf8')
  return /<script[^>]* src="\/assets\/([^"]+)"/.exec(page)?.[1]
}
