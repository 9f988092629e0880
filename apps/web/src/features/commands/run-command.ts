import type { SlashCommand } from '@parley/protocol'
import { type CommandCall, CommandProblem } from './command-call'
import { type CommandLine, readCommandLine } from './command-line'
import { findCommand, findRunTogether, type GivenCommand } from './find-command'
import { invokeIntegration } from './invoke-integration'

type Place = Omit<CommandCall, 'words'>

/**
 * Carries out what a line says. Answers false where it is no command after all.
 * @throws CommandProblem, or what the server refused
 */
export async function runCommand(text: string, place: Place): Promise<boolean> {
  const line = readCommandLine(text)
  if (!line) return false
  const own = findCommand(line)
  const integration = own ? undefined : await findIntegration(line, place)
  if (integration) {
    await invokeIntegration(integration, { ...place, words: line.words })
    return true
  }
  const given = own ?? findRunTogether(line)
  if (given && isMeant(given)) {
    await given.command.run({ ...place, words: given.words })
    return true
  }
  if (!line.isCertain) return false
  throw new CommandProblem(place.text(given ? 'web.commands.noWords' : 'web.commands.unknown', { name: line.name }))
}

/** "/leave early today?" is something said, and nobody leaves for it. */
const isMeant = ({ command, words }: GivenCommand) => command.takesWords || words === ''

async function findIntegration({ name }: CommandLine, { services }: Place): Promise<SlashCommand | undefined> {
  const { commands } = await services.http.query('commands.list', {})
  return commands.find((command) => command.name.toLowerCase() === name.toLowerCase())
}
