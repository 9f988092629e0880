import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { inRepository } from '../repository.js'
import { listProjectFiles } from './source-files.js'

const LIST = 'docs/decisions/README.md'
const decision = /^docs\/decisions\/((\d{4})-.+\.md)$/

/** Returns one line for every decision whose number another one has, or that the list does not give under its number. */
export async function findBadDecisionNumbers(root = inRepository()) {
  const decisions = (await listProjectFiles(root)).flatMap((file) => {
    const [, name, number] = decision.exec(file) ?? []
    return name ? [{ name, number }] : []
  })
  if (decisions.length === 0) return []
  const lines = (await readFile(path.join(root, LIST), 'utf8')).split('\n')
  const isListed = ({ name, number }) =>
    lines.some((line) => line.startsWith(`${Number(number)}. `) && line.endsWith(`(${name})`))
  const isTaken = ({ name, number }) => decisions.some((other) => other.number === number && other.name < name)
  return decisions.flatMap((it) => [
    ...(isTaken(it) ? [`docs/decisions/${it.name}: its number is another decision's`] : []),
    ...(isListed(it) ? [] : [`${LIST}: does not list ${it.name} under its number`]),
  ])
}
