/** What is shown of the load generator's figures: its key, in words. Medians of all runs. */
const measured = [
  ['messagesPerSecond', 'ack_per_s', 'messages a second'],
  ['deliveriesPerSecond', 'dlv_per_s', 'deliveries a second'],
  ['ackP50Ms', 'ack_p50', 'acknowledged after, p50 (ms)'],
  ['ackP99Ms', 'ack_p99', 'acknowledged after, p99 (ms)'],
  ['deliveryP50Ms', 'dlv_p50', 'delivered after, p50 (ms)'],
  ['deliveryP99Ms', 'dlv_p99', 'delivered after, p99 (ms)'],
  ['cpuMsPerThousandDeliveries', 'cpu_ms_per_1k_dlv', 'CPU per 1,000 deliveries (ms)'],
  ['memoryMb', 'pss_mb', 'memory (MB)'],
]

/** What must not happen in any run: sums. */
const faults = [
  ['lost', 'lost', 'lost'],
  ['doubled', 'dup', 'doubled'],
  ['reordered', 'ooo', 'reordered'],
  ['refused', 'failed', 'refused'],
  ['disconnected', 'closed', 'disconnected'],
]

/** One server's runs with one number of members, as one. */
export function summarise(runs) {
  const medians = measured.map(([name, key]) => [name, median(runs.map((run) => run[key]))])
  const sums = faults.map(([name, key]) => [name, runs.reduce((total, run) => total + run[key], 0)])
  return { runs: runs.length, ...Object.fromEntries([...medians, ...sums]) }
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2
}

/** Whether a message went astray: then a figure is worth nothing. */
export const isFaulty = (summary) => faults.some(([name]) => summary[name] !== 0)

/**
 * Parley alone, beside another server, or as it understands what is said beside itself where nothing is understood.
 * @param {{ members: number, parley: object, reference?: object, unread?: object, understandingPerSecond?: number }[]} results
 */
export function renderTable(results) {
  return results.map(renderMembers).join('\n\n')
}

function renderMembers({ members, parley, reference, unread, understandingPerSecond }) {
  const other = reference ?? unread
  const heading = row(
    `${members} members, runs: ${parley.runs}`,
    ...(unread ? ['understood', 'not'] : ['Parley', reference && 'reference']),
    other && 'ratio',
  )
  const lines = [...measured, ...faults].map(([name, , words]) =>
    row(words, format(parley[name]), other && format(other[name]), other && ratio(parley[name], other[name])),
  )
  if (unread) lines.push(row('understood a second, until all were', format(understandingPerSecond)))
  return [heading, ...lines].join('\n')
}

const row = (words, ...cells) => (words.padEnd(34) + cells.map((cell = '') => cell.padStart(12)).join('')).trimEnd()

const format = (value) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : value < 100 ? 1 : 0 })

const ratio = (value, other) => (other === 0 ? '' : (value / other).toFixed(2))
