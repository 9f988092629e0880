import { exitCodes } from '../command-error'
import { checkDatabase } from '../doctor/check-database'
import { checkDisk, checkNode, checkPackages } from '../doctor/check-installation'
import type { Finding, Patient } from '../doctor/finding'
import { formatTable } from '../format-table'
import { serverAddress } from '../server-address'
import type { Terminal } from '../terminal'

export interface DoctorOptions {
  readonly url?: string
  /** Where the bundled programs lie. */
  readonly programDirectory: string
}

const marks = { ok: '✓', warn: '!', fail: '✗' } as const

/** Looks at everything that Parley needs; fails when something would keep it from running. */
export async function doctor(terminal: Terminal, { url, programDirectory }: DoctorOptions): Promise<void> {
  const patient: Patient = { terminal, environment: process.env, programDirectory, url: serverAddress(url) }
  const findings = await examine(patient)
  const status = worstOf(findings)
  terminal.result({ status, checks: findings }, () => describe(terminal, findings, status))
  if (status === 'fail') process.exitCode = exitCodes.failed
}

async function examine(patient: Patient): Promise<Finding[]> {
  const installation = [await checkNode(patient), await checkPackages(patient)]
  const around = [await checkDatabase(patient), await checkDisk(patient)]
  return [...installation, ...around, ...(await examineModel(patient, installation)), ...(await examineServer(patient))]
}

/** Loaded only here: where the native packages do not load, these do not either, and the doctor must still speak. */
async function examineModel(patient: Patient, installation: readonly Finding[]): Promise<Finding[]> {
  if (worstOf(installation) === 'fail') return []
  const { checkModel } = await import('../doctor/check-model')
  return checkModel(patient)
}

async function examineServer(patient: Patient): Promise<Finding[]> {
  const { checkServer } = await import('../doctor/check-server')
  return checkServer(patient)
}

function worstOf(findings: readonly Finding[]): Finding['status'] {
  const has = (status: Finding['status']) => findings.some((finding) => finding.status === status)
  return has('fail') ? 'fail' : has('warn') ? 'warn' : 'ok'
}

function describe({ text }: Terminal, findings: readonly Finding[], status: Finding['status']): string[] {
  const table = formatTable(
    findings.map(({ check, ...found }) => [marks[found.status], text(`cli.doctor.${check}`), found.detail]),
  )
  const lines = findings.flatMap(({ advice }, index) => [table[index] ?? '', ...(advice ? [`   → ${advice}`] : [])])
  const verdict = { ok: 'cli.doctor.healthy', warn: 'cli.doctor.usable', fail: 'cli.doctor.broken' } as const
  return [...lines, '', text(verdict[status])]
}
