import type { CommandCall } from './command-call'

export async function showHelp({ open }: CommandCall): Promise<void> {
  open({ kind: 'commands' })
}
