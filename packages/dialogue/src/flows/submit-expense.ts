import type { Flow } from '../flow'

export const submitExpense: Flow = {
  name: 'submit_expense',
  title: { zh: '报销', en: 'expense claim' },
  startedBy: ['submit_expense'],
  cues: {
    zh: /(?:我|帮我)?(?:想|要|需要|申请|提交)[^，。？?！!]{0,4}报销/,
    en: /\b(?:submit|file|claim|expense|reimburse)\b.{0,30}(?:\bexpenses?\b|\breimburse(?:d|ment)?\b|[$€£¥]\s?\d)/i,
  },
  slots: [
    {
      name: 'amount',
      reader: 'amount',
      label: { zh: '金额', en: 'Amount' },
      alsoCalled: { zh: ['费用', '钱数'], en: ['sum', 'total'] },
      prompt: { zh: '报销金额是多少？', en: 'What is the amount?' },
    },
    { name: 'currency', reader: 'currency', label: { zh: '币种', en: 'Currency' } },
    {
      name: 'reason',
      reader: 'text',
      label: { zh: '事由', en: 'Reason' },
      alsoCalled: { zh: ['原因', '用途', '理由'], en: ['purpose', 'description'] },
      patterns: {
        zh: [
          /(?:用于|因为|事由是)([^，。？?！!␟]+)/,
          /(?<!走|提交|帮忙)报销(?!单|系统)[:：]?([^，。？?！!␟]+)/,
          /(?:报一下|提交|一笔|一张|垫付了?|付了|我的|这是)([^，。？?！!␟]{1,12}?(?:费用|费|票|款|补贴|餐(?!费)))/,
          /([^，。？?！!␟]{1,12}?(?:费用|费|票|款|补贴))[^，。]{0,4}报销/,
          /^((?=[^␟]*\p{Script=Han})[^，。？?！!␟]{1,12}?)(?:花了|用了|付了|\s*␟)/u,
        ],
        en: [
          /\b(?:spent|paid)\s*␟+\s*(?:on|for) (?:the |a |an |my )?(.+?)(?:\s+(?:yesterday|today|tonight|this|last|on|in|at|with|and|please|can)\b|[,;]|[.?!](?:\s|$)|$)/i,
          /\bfor (?:the |a |an |my )?(?!\s*␟)(.+?)(?:,|[.?!](?:\s|$)|$)/i,
          /\b(?:submit|submitting|claim|expense|file|log|reimburse)\b:?\s*(?:me|my|the|a|an)?\s*(.+?)(?:,|[.?!](?:\s|$)|$)/i,
        ],
      },
      prompt: { zh: '这笔费用用在哪里？', en: 'What was it spent on?' },
    },
  ],
  confirmation: { zh: '请确认你的报销信息：', en: 'Please confirm your expense claim:' },
  completion: {
    zh: '已记录你的报销申请，等待审核。',
    en: 'Your expense claim is recorded and waits for review.',
  },
}
