import type { Flow } from '../flow'

export const reportItTrouble: Flow = {
  name: 'report_it_trouble',
  title: { zh: '报修', en: 'trouble report' },
  startedBy: ['report_it_trouble'],
  cues: { zh: /报修/, en: /\b(?:report|log|open)\b.{0,20}\b(?:it issue|it problem|it ticket|trouble ticket)\b/i },
  slots: [
    {
      name: 'problem',
      reader: 'message',
      label: { zh: '问题', en: 'Problem' },
      alsoCalled: { zh: ['故障', '描述'], en: ['issue', 'description'] },
      patterns: { zh: [/^(?!.*报修)(.{4,})$/s], en: [/^(?!.*\b(?:report|ticket)\b)(.{8,})$/is] },
      prompt: { zh: '请描述一下遇到的问题。', en: 'Please describe the problem.' },
    },
  ],
  confirmation: { zh: '请确认要上报的问题：', en: 'Please confirm the problem to report:' },
  completion: {
    zh: '已记录你的报修，会有同事跟进。',
    en: 'Your report is recorded. A colleague will follow it up.',
  },
}
