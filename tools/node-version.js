import { ReadableError } from './repository.js'

const [requiredMajor, requiredMinor] = [20, 19]

/** Throws a `ReadableError` when this Node is older than Parley can run on. */
export function checkNodeVersion(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number)
  if (major > requiredMajor || (major === requiredMajor && minor >= requiredMinor)) return
  throw new ReadableError(
    `Parley needs Node.js ${requiredMajor}.${requiredMinor} or newer, this is ${version}. See https://nodejs.org/en/download`,
  )
}
