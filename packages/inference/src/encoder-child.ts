/**
 * Entry of the encoder's child process, bundled on its own. A crash in native code or its memory ends this
 * process and never the messenger.
 */
import { setPriority } from 'node:os'
import type { ToEncoderChild } from './encoder-wire'
import { serveEncoder } from './serve-encoder'
import { tellParent } from './tell-parent'

/**
 * People's messages go before their understanding. Two steps are enough for that, since the server mostly sleeps;
 * with ten, a message took four times as long to be read on a busy machine.
 */
const NICENESS = 2

setPriority(NICENESS)
// Ctrl+C reaches the whole group of processes; it is the parent that decides when this one ends.
process.on('SIGINT', () => {})
process.on('disconnect', () => process.exit(0))

const handle = serveEncoder({
  send: tellParent,
  exit: (code) => {
    process.exitCode = code
    process.disconnect()
  },
})

process.on('message', (request: ToEncoderChild) => void handle(request))
