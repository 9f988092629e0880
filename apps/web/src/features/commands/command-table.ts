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
  /** The first is what Chinese readers are offered. */
  readonly aliases: readonly [string, ...string[]]
  readonly takesWords: boolean
  run(call: CommandCall): Promise<unknown>
}

/** Parley's own commands. What each takes and does is said under `web.commands.<name>` in both languages. */
export const commandTable = [
  { name: 'help', aliases: ['帮助'], takesWords: false, run: showHelp },
  { name: 'invite', aliases: ['邀请'], takesWords: true, run: invitePeople },
  { name: 'join', aliases: ['加入'], takesWords: true, run: joinChannel },
  { name: 'leave', aliases: ['退出', '离开'], takesWords: false, run: leaveThisChannel },
  { name: 'mute', aliases: ['静音'], takesWords: false, run: muteChannel },
  { name: 'remind', aliases: ['提醒'], takesWords: true, run: remind },
  { name: 'dnd', aliases: ['免打扰', '勿扰'], takesWords: true, run: setQuiet },
  { name: 'search', aliases: ['搜索', '查找'], takesWords: true, run: searchMessages },
  { name: 'summarize', aliases: ['总结', '摘要', 'summarise'], takesWords: true, run: summarize },
  { name: 'ask', aliases: ['提问', '问'], takesWords: true, run: askAssistant },
  { name: 'task', aliases: ['任务'], takesWords: true, run: makeTask },
  { name: 'poll', aliases: ['投票'], takesWords: true, run: askPoll },
] as const satisfies readonly TableRow[]

export type OwnCommand = (typeof commandTable)[number]
