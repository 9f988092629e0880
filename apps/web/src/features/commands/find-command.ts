import type { CommandLine } from './command-line'
import { commandTable, type OwnCommand } from './command-table'

export interface GivenCommand {
  readonly command: OwnCommand
  readonly words: string
}

/** One of Parley's own, by its name. */
export function findCommand({ name, words }: CommandLine): GivenCommand | null {
  const given = name.toLowerCase()
  const command = commandTable.find((it) => namesOf(it).includes(given))
  return command ? { command, words } : null
}

/**
 * Chinese needs no space after a command's name: 提醒我两小时后开会. Not after 、, where it is as likely a sentence: 、任务完成了.
 */
export function findRunTogether({ name, words, isCertain }: CommandLine): GivenCommand | null {
  if (!isCertain) return null
  for (const command of commandTable.filter(({ takesWords }) => takesWords)) {
    const alias = command.aliases.find((it) => /\p{Script=Han}{2}/u.test(it) && name.startsWith(it))
    if (alias) return { command, words: `${name.slice(alias.length)} ${words}`.trim() }
  }
  return null
}

export const namesOf = ({ name, aliases }: OwnCommand): readonly string[] => [name, ...aliases]
