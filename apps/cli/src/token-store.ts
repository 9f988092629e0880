import { randomUUID } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'

/** Tokens by server, in one file that only its owner may read. */
export interface TokenStore {
  find(url: string): Promise<string | undefined>
  keep(url: string, token: string): Promise<void>
  forget(url: string): Promise<void>
}

/** `parley/tokens.json` in the user's configuration directory (XDG Base Directory Specification). */
export function openTokenStore(environment: NodeJS.ProcessEnv = process.env): TokenStore {
  const configuration = environment.XDG_CONFIG_HOME || join(homedir(), '.config')
  const path = join(configuration, 'parley', 'tokens.json')
  return {
    find: async (url) => (await readTokens(path))[url],
    keep: async (url, token) => writeTokens(path, { ...(await readTokens(path)), [url]: token }),
    forget: async (url) => {
      const { [url]: _, ...others } = await readTokens(path)
      await writeTokens(path, others)
    },
  }
}

type Tokens = Readonly<Record<string, string>>

/** A file that is not there, or that somebody spoilt, holds no tokens: signing in again mends it. */
async function readTokens(path: string): Promise<Tokens> {
  try {
    const content: unknown = JSON.parse(await readFile(path, 'utf8'))
    if (typeof content !== 'object' || content === null) return {}
    const entries = Object.entries(content)
    return Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** Written beside and renamed: never half a file, and never one that others could read for a moment. */
async function writeTokens(path: string, tokens: Tokens): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const temporary = `${path}.${randomUUID()}`
  await writeFile(temporary, `${JSON.stringify(tokens, null, 2)}\n`, { mode: 0o600 })
  await rename(temporary, path)
}
