import type { Text } from '../../app/use-text'
import type { OwnCommand } from './command-table'

/** What a command takes after its name, in short; empty for nothing. */
export const usageOf = (command: OwnCommand, text: Text): string =>
  command.takesWords ? text(`web.commands.${command.name}.usage`) : ''
