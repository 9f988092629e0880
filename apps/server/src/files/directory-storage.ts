import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, mkdir, open, opendir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { type ByteRange, type FileStorage, requireKey } from './file-storage'

/** Files in a directory of this machine, a folder for each of 256 ends of keys, so that none grows without bound. */
export function createDirectoryStorage(directory: string): FileStorage {
  const pathOf = (key: string) => join(directory, shard(requireKey(key)), key)
  return {
    put: (key, path) => putWhole(path, pathOf(key), join(directory, 'incoming')),
    open: (key, range) => openFile(pathOf(key), range),
    size: (key) => sizeOf(pathOf(key)),
    keys: () => keysBelow(directory),
    remove: (key) => rm(pathOf(key), { force: true }),
  }
}

/** Ids begin with the time of their making: their ends are spread evenly. */
function shard(key: string): string {
  const id = key.split('/', 1)[0] ?? key
  return id.slice(-2).toLowerCase().padStart(2, '0')
}

/** Written beside, made durable, then put in its place in one step: no reader ever sees half a file. */
async function putWhole(source: string, goal: string, incoming: string): Promise<void> {
  await mkdir(incoming, { recursive: true, mode: 0o700 })
  await mkdir(dirname(goal), { recursive: true, mode: 0o700 })
  const beside = join(incoming, randomUUID())
  try {
    await copyFile(source, beside, constants.COPYFILE_FICLONE)
    await makeDurable(beside)
    await rename(beside, goal)
    await makeDurable(dirname(goal))
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
}

/** Of a folder: its names. */
async function makeDurable(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function openFile(path: string, range?: ByteRange) {
  try {
    const handle = await open(path, 'r')
    return handle.createReadStream(range ? { start: range.start, end: range.end } : {})
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

async function sizeOf(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null)
  return found ? found.size : null
}

/** The folder of the shard stands before the key; what comes in at the moment is none yet. */
async function* keysBelow(directory: string): AsyncIterable<string> {
  const shards = await readdir(directory).catch(() => [])
  for (const shard of shards.filter((name) => name !== 'incoming')) {
    for await (const entry of await opendir(join(directory, shard), { recursive: true })) {
      const path = relative(join(directory, shard), join(entry.parentPath, entry.name))
      if (entry.isFile()) yield path.split(sep).join('/')
    }
  }
}
