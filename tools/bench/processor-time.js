import { readdir, readFile } from 'node:fs/promises'

/** The kernel's unit of processor time on Linux. */
const TICK_MS = 10

/**
 * What a process and all that it has started have computed so far, in milliseconds. Unlike the time on the wall it does
 * not grow with what else the machine has to do. Linux only.
 */
export async function processorTimeMs(rootPid) {
  const processes = await readProcesses()
  const isOurs = (pid) => pid === rootPid || (processes.has(pid) && isOurs(processes.get(pid).parent))
  return [...processes].filter(([pid]) => isOurs(pid)).reduce((sum, [, { ticks }]) => sum + ticks * TICK_MS, 0)
}

/** Every process of the machine: its parent, and how many ticks it has computed. */
export async function readProcesses() {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const found = await Promise.all(pids.map((pid) => readProcess(pid)))
  return new Map(pids.flatMap((pid, index) => (found[index] ? [[pid, found[index]]] : [])))
}

/** The fields behind the name, which may hold spaces: state, parent, … user time and system time. */
async function readProcess(pid) {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null)
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ')
  const name = stat?.slice(stat.indexOf('(') + 1, stat.lastIndexOf(')'))
  return fields ? { name, parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) } : null
}
