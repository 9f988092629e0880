/** A parent for the fault test that kills one: starts the encoder, prints the child's process id and stays. */
import { startEncoderProcess } from '../src/encoder-process'

const [entryPath, modelPath] = process.argv.slice(2)
if (entryPath === undefined || modelPath === undefined) throw new Error('usage: start-and-hang ENTRY MODEL')
const encoder = await startEncoderProcess({ entryPath, modelPath })
console.log(encoder.pid)
setInterval(() => {}, 60_000)
