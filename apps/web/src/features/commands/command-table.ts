import { ownCommands } from '@parley/protocol'
import { askAssistant } from './ask-assistant'
import { askPoll } from './ask-poll'
import type { CommandCall } from './command-call'
import { invitePeople } from './invite-people'
import { joinChannel } from './join-channel'
import { leaveThisChannel } from './leave-this-channel'
import { makeTask } from './make-task'
import { muteChannel } from './mute-channel'
import { remind } from './remind'
import { searchMessages } from './search-messages'
import { setQuiet } from './set-quiet'
import { showHelp } from './show-help'
import { summarize } from './summarize'

interface TableRow {
  readonly name: string
  readonly aliases: readonly [string, ...string[]]
  readonly takesWords: boolean
  run(call: CommandCall): Promise<unknown>
}

/** Parley's own commands. What each takes and does is said under `web.commands.<name>` in both languages. */
export const commandTable = [
  { name: 'help', aliases: ownCommands.help, takesWords: false, run: showHelp },
  { name: 'invite', aliases: ownCommands.invite, takesWords: true, run: invitePeople },
  { name: 'join', aliases: ownCommands.join, takesWords: true, run: joinChannel },
  { name: 'leave', aliases: ownCommands.leave, takesWords: false, run: leaveThisChannel },
  { name: 'mute', aliases: ownCommands.mute, takesWords: false, run: muteChannel },
  { name: 'remind', aliases: ownCommands.remind, takesWords: true, run: remind },
  { name: 'dnd', aliases: ownCommands.dnd, takesWords: true, run: setQuiet },
  { name: 'search', aliases: ownCommands.search, takesWords: true, run: searchMessages },
  { name: 'summarize', aliases: ownCommands.summarize, takesWords: true, run: summarize },
  { name: 'ask', aliases: ownCommands.ask, takesWords: true, run: askAssistant },
  { name: 'task', aliases: ownCommands.task, takesWords: true, run: makeTask },
  { name: 'poll', aliases: ownCommands.poll, takesWords: true, run: askPoll },
] as const satisfies readonly TableRow[]

export type OwnCommand = (typeof commandTable)[number]
