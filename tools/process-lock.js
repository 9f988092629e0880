import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { inRepository, progress, ReadableError } from './repository.js'

const pollMs = 200
/** A holder that died before it wrote its number leaves an empty file: younger than this, it may still be writing. */
const unsignedLockMs = 2_000
/** The locks of this process: a file with our number that is not among them was left by an earlier process of that number. */
const held = new Set()

/**
 * Runs `work` while no other process of this repository runs work of the same name.
 * A lock whose holder is gone is taken over.
 */
export async function withProcessLock(name, work) {
  const file = inRepository('.cache', `${name}.lock`)
  await acquire(file, name)
  try {
    return await work()
  } finally {
    held.delete(file)
    await rm(file, { force: true })
  }
}

async function acquire(file, name) {
  let isAnnounced = false
  while (!(await tryAcquire(file))) {
    if (await isAbandoned(file)) {
      await rm(file, { force: true })
      continue
    }
    if (!isAnnounced) progress(`waiting for another process that does the same (${name}) …`)
    isAnnounced = true
    await delay(pollMs)
  }
}

async function tryAcquire(file) {
  if (held.has(file)) return false
  held.add(file)
  try {
    await mkdir(path.dirname(file), { recursive: true })
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    held.delete(file)
    if (error.code === 'EEXIST') return false
    throw notWritable(error)
  }
}

async function isAbandoned(file) {
  try {
    const holder = Number(await readFile(file, 'utf8'))
    if (holder === 0) return Date.now() - (await stat(file)).mtimeMs > unsignedLockMs
    return holder === process.pid ? !held.has(file) : !isAlive(holder)
  } catch (error) {
    if (error.code === 'ENOENT') return false
    throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

function notWritable(error) {
  if (!['EACCES', 'EPERM', 'EROFS'].includes(error.code)) return error
  return new ReadableError(
    `the folder ${inRepository()} cannot be written by this user, and something must be installed or built in it. Run this once as its owner.`,
  )
}
