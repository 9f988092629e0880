import { readFile, readlink } from 'node:fs/promises'
import path from 'node:path'

/** What PostgreSQL writes into `postmaster.pid` while it runs. */
export interface PostmasterFile {
  readonly pid: number
  /** When it was started, in ms since 1970; 0 when not written. */
  readonly startedAt: number
  readonly port: number
  /** Empty until the server listens. */
  readonly socketDirectory: string
}

export const postmasterFilePath = (clusterDirectory: string): string => path.join(clusterDirectory, 'postmaster.pid')

/** Undefined when there is none: the server was stopped cleanly, or never ran. */
export async function readPostmasterFile(clusterDirectory: string): Promise<PostmasterFile | undefined> {
  const text = await readFile(postmasterFilePath(clusterDirectory), 'utf8').catch(() => undefined)
  const [pid, , startedAt, port, socketDirectory] = text?.split('\n') ?? []
  if (!pid || !Number.isInteger(Number(pid))) return undefined
  return {
    pid: Number(pid),
    startedAt: Number(startedAt ?? 0) * 1_000,
    port: Number(port),
    socketDirectory: socketDirectory?.trim() ?? '',
  }
}

/** A zombie counts as gone: it holds nothing any more, and its parent may never ask for it. */
export async function isAlive(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  const state = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')
  return !/\) Z /.test(state)
}

/** True when the number now belongs to some other program, as happens after a restart of the machine or container. */
export async function isAnotherProgram(pid: number): Promise<boolean> {
  const program = await readlink(`/proc/${pid}/exe`).catch(() => undefined)
  return program !== undefined && !path.basename(program).startsWith('postgres')
}
