import type { Flow } from '../flow'

export const scheduleMeeting: Flow = {
  name: 'schedule_meeting',
  title: { zh: '安排会议', en: 'meeting' },
  startedBy: ['schedule_meeting'],
  cues: {
    zh: /(?:安排|约|组织|召集)[^，。？?！!]{0,24}(?:会议|例会|碰头会|评审会|个会|开会|的会)|[和跟与同][^，。？?！!]{1,24}开个会/,
    en: /\b(?:schedule|set up|arrange|organi[sz]e)\b.{0,30}\b(?:meeting|call|sync|review|catch-?up|1:1)\b/i,
  },
  slots: [
    {
      name: 'date',
      reader: 'date',
      label: { zh: '日期', en: 'Date' },
      alsoCalled: { zh: ['哪天'], en: ['day'] },
      prompt: { zh: '会议安排在哪天？', en: 'Which day should the meeting be?' },
    },
    {
      name: 'time',
      reader: 'time',
      label: { zh: '时间', en: 'Time' },
      alsoCalled: { zh: ['几点', '开始时间'], en: ['start', 'hour'] },
      prompt: { zh: '几点开始？', en: 'What time does it start?' },
    },
    {
      name: 'participants',
      reader: 'people',
      label: { zh: '参加人', en: 'With' },
      alsoCalled: { zh: ['人员', '与会人'], en: ['participants', 'people', 'attendees'] },
      patterns: {
        zh: [
          /(?:[和跟与同]|约(?!个|一|在|好|到|时间))([^，。？?！!]{1,40}?)(?:一起|开个?会|开一个|开|约|安排|组织|碰|聊|讨论|的)/,
        ],
        en: [
          /\b[Ww]ith\s+((?:[^\s,.?!;␟]|,(?= (?!I )\p{Lu})|\s(?!(?:about|to|on|at|from|for|in|by|regarding|please)\s))+)/u,
        ],
      },
    },
    {
      name: 'subject',
      reader: 'text',
      label: { zh: '主题', en: 'Subject' },
      alsoCalled: { zh: ['议题', '内容'], en: ['topic', 'agenda'] },
      patterns: {
        zh: [/(?:关于|讨论|主题是)([^，。？?！!]+?)(?:的会议?|[，。？?！!]|$)/],
        en: [/\b(?:about|on the topic of|to discuss|regarding)\s+(.+?)(?:[,.?!]|$)/i],
      },
    },
    {
      name: 'duration',
      reader: 'durationMinutes',
      label: { zh: '时长', en: 'Duration' },
      alsoCalled: { zh: ['多久'], en: ['length'] },
      shown: { zh: '{value} 分钟', en: '{value} minutes' },
    },
  ],
  confirmation: { zh: '请确认会议信息：', en: 'Please confirm the meeting:' },
  completion: {
    zh: '已记录你的会议安排请求。',
    en: 'Your meeting request is recorded.',
  },
}
