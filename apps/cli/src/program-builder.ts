import type { TextKey } from '@parley/locale'
import type { Command } from 'commander'
import type { Terminal } from './terminal'

/** What the definitions of commands are written with. */
export interface ProgramBuilder {
  /** A text without parameters. */
  text(key: TextKey): string
  /** The terminal as the command's own and global options want it. */
  terminalOf(command: Command): Terminal
}
