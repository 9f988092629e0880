import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ByteRange, type FileStorage, requireKey } from './file-storage'

/** Files in a directory of this machine, a folder for each of 256 ends of keys, so that none grows without bound. */
export function createDirectoryStorage(directory: string): FileStorage {
  const pathOf = (key: string) => join(directory, shard(requireKey(key)), key)
  return {
    put: (key, path) => putWhole(path, pathOf(key), join(directory, 'incoming')),
    open: (key, range) => openFile(pathOf(key), range),
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
