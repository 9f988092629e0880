/** What Parley's own slash commands are called beside their name; the first is what Chinese readers are offered. */
export const ownCommands = {
  help: ['帮助'],
  invite: ['邀请'],
  join: ['加入'],
  leave: ['退出', '离开'],
  mute: ['静音'],
  remind: ['提醒'],
  dnd: ['免打扰', '勿扰'],
  search: ['搜索', '查找'],
  summarize: ['总结', '摘要', 'summarise'],
  ask: ['提问', '问'],
  task: ['任务'],
  poll: ['投票'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>

const names: ReadonlySet<string> = new Set(Object.entries(ownCommands).flatMap(([name, others]) => [name, ...others]))

/** Whether a slash command of this name is Parley's own: one of an integration would never be heard. */
export const isOwnCommand = (name: string): boolean => names.has(name.toLowerCase())
