import type { StatsFs } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { type Finding, type Patient, reasonOf } from './finding'

const LEAST_NODE = [20, 19] as const
/** Packages with native code: what most often does not fit a machine. */
const NATIVE_PACKAGES = ['onnxruntime-node', '@node-rs/argon2']
const GIGABYTE = 1024 ** 3
const SCARCE_GB = 2
const TOO_LITTLE_GB = 0.3

export async function checkNode({ terminal: { text } }: Patient): Promise<Finding> {
  const { node } = process.versions
  const [major = 0, minor = 0] = node.split('.').map(Number)
  const isNewEnough = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1])
  if (isNewEnough) return { check: 'node', status: 'ok', detail: node }
  const detail = text('cli.doctor.node.old', { version: node })
  return { check: 'node', status: 'fail', detail, advice: text('cli.doctor.node.advice') }
}

export async function checkPackages({ terminal: { text } }: Patient): Promise<Finding> {
  for (const name of NATIVE_PACKAGES) {
    try {
      await import(name)
    } catch (error) {
      const detail = text('cli.doctor.packages.broken', { name, reason: reasonOf(error) })
      return { check: 'packages', status: 'fail', detail, advice: text('cli.doctor.packages.advice') }
    }
  }
  return { check: 'packages', status: 'ok', detail: text('cli.doctor.packages.ok') }
}

export async function checkDisk({ terminal: { text }, environment }: Patient): Promise<Finding> {
  const directory = resolve(environment.PARLEY_DATA_DIR || './data')
  const { bavail, bsize } = await statfsOfNearest(directory)
  const free = (bavail * bsize) / GIGABYTE
  const detail = text('cli.doctor.disk.free', { free: free.toFixed(1), directory })
  if (free >= SCARCE_GB) return { check: 'disk', status: 'ok', detail }
  const status = free < TOO_LITTLE_GB ? 'fail' : 'warn'
  return { check: 'disk', status, detail, advice: text('cli.doctor.disk.advice') }
}

/** The data directory is made at the first start: before that, the folder it will stand in tells. */
async function statfsOfNearest(directory: string): Promise<StatsFs> {
  try {
    return await statfs(directory)
  } catch (error) {
    if (dirname(directory) === directory) throw error
    return statfsOfNearest(dirname(directory))
  }
}
