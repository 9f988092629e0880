import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { ConfigurationError } from '../configuration'
import { KEY_BYTES } from './secret-box'

/** Beside the database, never inside it. */
const keyFileIn = (dataDirectory: string): string => path.join(dataDirectory, 'secret.key')

interface KeyPlaces {
  readonly dataDirectory: string
  /** Given by whoever runs the server, the one in use first. */
  readonly secretKeys: readonly Buffer[]
}

/** The keys that secrets are sealed and opened with; the very first start makes one. */
export async function readSecretKeys({ dataDirectory, secretKeys }: KeyPlaces): Promise<readonly Buffer[]> {
  const kept = await readKeyFile(dataDirectory)
  const known = [...secretKeys, ...(kept ? [kept] : [])]
  if (known.length > 0) return known
  const made = randomBytes(KEY_BYTES)
  await writeKeyFile(dataDirectory, made)
  return [made]
}

/** @throws ConfigurationError where there is a file, and no key in it: another key would make its secrets unreadable. */
export async function readKeyFile(dataDirectory: string): Promise<Buffer | null> {
  const file = keyFileIn(dataDirectory)
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return null
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== KEY_BYTES) throw new ConfigurationError([`${file}: must be ${KEY_BYTES} bytes in base64`])
  return key
}

/** On the disk before anything is sealed with it. */
export async function writeKeyFile(dataDirectory: string, key: Buffer): Promise<void> {
  const file = keyFileIn(dataDirectory)
  await mkdir(dataDirectory, { recursive: true })
  const half = await open(`${file}.part`, 'w', 0o600)
  try {
    await half.writeFile(`${key.toString('base64')}\n`)
    await half.sync()
  } finally {
    await half.close()
  }
  await rename(`${file}.part`, file)
}
