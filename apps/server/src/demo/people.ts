import type { Language, Role } from '@parley/protocol'

/** Somebody of the demonstration workspace. */
export interface DemoPerson {
  readonly name: string
  /** Before `@example.org`. */
  readonly account: string
  readonly aliases: readonly string[]
  readonly role: Exclude<Role, 'owner'>
  readonly language: Language
  readonly timeZone: string
}

/** Seagull Instruments makes loggers for cold chains, in Hangzhou, Berlin and Valencia. */
export const demoPeople = {
  linYue: {
    name: '林悦',
    account: 'lin.yue',
    aliases: ['Lin Yue', '悦姐'],
    role: 'administrator',
    language: 'zh',
    timeZone: 'Asia/Shanghai',
  },
  wangWei: {
    name: '王伟',
    account: 'wang.wei',
    aliases: ['Wang Wei', '伟哥'],
    role: 'member',
    language: 'zh',
    timeZone: 'Asia/Shanghai',
  },
  zhangMin: {
    name: '张敏',
    account: 'zhang.min',
    aliases: ['Zhang Min', '敏敏'],
    role: 'member',
    language: 'zh',
    timeZone: 'Asia/Shanghai',
  },
  chenJie: {
    name: '陈杰',
    account: 'chen.jie',
    aliases: ['Chen Jie', '老陈'],
    role: 'member',
    language: 'zh',
    timeZone: 'Asia/Shanghai',
  },
  liNa: {
    name: 'Li Na',
    account: 'li.na',
    aliases: ['李娜', 'Nana'],
    role: 'member',
    language: 'zh',
    timeZone: 'Asia/Shanghai',
  },
  daniel: {
    name: 'Daniel Okafor',
    account: 'daniel.okafor',
    aliases: ['Daniel', 'Dan'],
    role: 'administrator',
    language: 'en',
    timeZone: 'Europe/Berlin',
  },
  sophie: {
    name: 'Sophie Keller',
    account: 'sophie.keller',
    aliases: ['Sophie'],
    role: 'member',
    language: 'en',
    timeZone: 'Europe/Berlin',
  },
  maria: {
    name: 'Maria García',
    account: 'maria.garcia',
    aliases: ['Maria', 'Maria Garcia'],
    role: 'member',
    language: 'en',
    timeZone: 'Europe/Madrid',
  },
} as const satisfies Record<string, DemoPerson>

export type DemoPersonKey = keyof typeof demoPeople
