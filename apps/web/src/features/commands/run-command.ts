import { type CommandCall, CommandProblem } from './command-call'
import { type CommandLine, readCommandLine } from './command-line'
import { findCommand, findRunTogether } from './find-command'
import { invokeIntegration } from './invoke-integration'

/**
 * Carries out what a line says. Answers false where it is no command after all.
 * @throws CommandProblem, or what the server refused
 */
export async function runCommand(text: string, place: Omit<CommandCall, 'words'>): Promise<boolean> {
  const line = readCommandLine(text)
  if (!line) return false
  const given = findCommand(line) ?? ((await isIntegrations(line, place)) ? null : findRunTogether(line))
  if (given) await given.command.run({ ...place, words: given.words })
  else if (await isIntegrations(line, place)) await invokeIntegration(line.name, { ...place, words: line.words })
  else if (line.isCertain) throw new CommandProblem(place.text('web.commands.unknown', { name: line.name }))
  else return false
  return true
}

async function isIntegrations({ name }: CommandLine, { services }: Omit<CommandCall, 'words'>): Promise<boolean> {
  const { commands } = await services.http.query('commands.list', {})
  return commands.some((command) => command.name.toLowerCase() === name.toLowerCase())
}
