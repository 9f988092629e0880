import type { Flow } from '../flow'

export const requestLeave: Flow = {
  name: 'request_leave',
  title: { zh: '请假', en: 'leave request' },
  startedBy: ['request_leave'],
  cues: {
    zh: /(?:我|帮我)?(?:想|要|需要)(?:请|休)[^，。？?！!]{0,8}假|请[一二两三四五六七八九十半\d]+天[^，。？?！!]{0,4}假/,
    en: /\bneed (?:(?:some|a|my|annual|sick|parental) )*(?:leave|time off|day off|vacation)\b|\b(?:take|request|apply for|ask for|put in for|book)\b.{0,30}\b(?:leave|day off|days off|time off|vacation|holiday)\b/i,
  },
  slots: [
    {
      name: 'start',
      reader: 'date',
      label: { zh: '开始', en: 'From' },
      alsoCalled: { zh: ['开始日期', '第一天'], en: ['start', 'first day'] },
      prompt: { zh: '你从哪天开始请假？', en: 'Which day does your leave start?' },
    },
    {
      name: 'end',
      reader: 'endDate',
      label: { zh: '结束', en: 'To' },
      alsoCalled: { zh: ['结束日期', '最后一天'], en: ['end', 'last day'] },
    },
    {
      name: 'kind',
      reader: 'text',
      label: { zh: '类型', en: 'Kind' },
      alsoCalled: { zh: ['假别', '假期类型'], en: ['type'] },
      patterns: {
        zh: [/(年假|病假|事假|婚假|产假|陪产假|调休|丧假|哺乳假|育儿假)/],
        en: [
          /\b(annual|sick|parental|maternity|paternity|unpaid|personal|bereavement|marriage|study|compassionate)(?= (?:leave|day))/i,
          /\b(vacation|holiday)\b/i,
        ],
      },
    },
  ],
  confirmation: { zh: '请确认你的请假信息：', en: 'Please confirm your leave request:' },
  completion: {
    zh: '已记录你的请假申请，等待审批。',
    en: 'Your leave request is recorded and waits for approval.',
  },
}
