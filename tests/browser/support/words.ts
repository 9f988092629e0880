import type { Language } from '@parley/locale'

/** What the people of the story say, as each language's speakers would. */
export interface Words {
  readonly workspace: string
  readonly owner: string
  readonly colleague: string
  readonly channel: string
  readonly hello: string
  readonly answer: string
  readonly documentTitle: string
  readonly document: string
  readonly question: string
  readonly quoted: string
  /** What no document answers. */
  readonly unanswered: string
  readonly taskRequest: string
  readonly taskTitle: RegExp
  readonly order: string
  readonly orderAsked: RegExp
  readonly confirm: string
  readonly orderDone: RegExp
}

export const words: Readonly<Record<Language, Words>> = {
  en: {
    workspace: 'Harbour Books',
    owner: 'Grace Miller',
    colleague: 'Tom Baker',
    channel: 'release',
    hello: 'Good morning, are the **release notes** done?',
    answer: 'Almost, one hour more.',
    documentTitle: 'Staff handbook',
    document: [
      '# Staff handbook',
      '## Annual leave',
      'Every full-time employee has 25 days of annual leave a year.',
      '## Expenses',
      'Receipts are handed in within 30 days. Meals on business trips are paid up to 40 euros a day.',
      '## Working from home',
      'You may work from home up to three days a week.',
    ].join('\n\n'),
    question: 'How many days of annual leave does a full-time employee have?',
    quoted: '25 days of annual leave',
    unanswered: 'Who feeds the office parrot?',
    taskRequest: '@assistant please assign the release checklist to Tom Baker, due Friday',
    taskTitle: /release checklist/i,
    order: 'I need to order a copy of “Foundations of Artificial Intelligence”',
    orderAsked: /Foundations of Artificial Intelligence[\s\S]*confirm/i,
    confirm: 'confirm',
    orderDone: /order/i,
  },
  zh: {
    workspace: '海港书店',
    owner: '陈晓明',
    colleague: '王伟',
    channel: '版本发布',
    hello: '早上好，**发布说明**写完了吗？',
    answer: '快了，再有一个小时。',
    documentTitle: '员工手册',
    document: [
      '# 员工手册',
      '## 年假',
      '全职员工每年享有十五天带薪年假。',
      '## 报销',
      '请在费用发生后三十天内提交报销单。出差期间每日餐补上限为一百元。',
      '## 居家办公',
      '每周最多可居家办公三天。',
    ].join('\n\n'),
    question: '全职员工每年有多少天带薪年假？',
    quoted: '十五天带薪年假',
    unanswered: '火星分公司的年会在哪里举行？',
    taskRequest: '@助手 请把发布清单分配给王伟，周五前完成',
    taskTitle: /发布清单/,
    order: '我需要订购一本《人工智能基础》的书',
    orderAsked: /请确认您需要订购的书籍信息[\s\S]*《人工智能基础》/,
    confirm: '确认',
    orderDone: /订购|订单|提交/,
  },
}
