import type { Flow } from '../flow'

export const bookRoom: Flow = {
  name: 'book_room',
  title: { zh: '预订会议室', en: 'room booking' },
  startedBy: ['book_room'],
  cues: {
    zh: /(?:订|预订|预定|预约|约|借用?)[^，。？?！!]{0,20}(?:会议室|房间|培训室|洽谈室)/,
    en: /\b(?:book|reserve)\b.{0,30}\b(?:room|meeting space|conference room)\b/i,
  },
  slots: [
    {
      name: 'date',
      reader: 'date',
      label: { zh: '日期', en: 'Date' },
      alsoCalled: { zh: ['哪天'], en: ['day'] },
      prompt: { zh: '你要订哪天的会议室？', en: 'Which day do you need the room?' },
    },
    {
      name: 'time',
      reader: 'time',
      label: { zh: '时间', en: 'Time' },
      alsoCalled: { zh: ['开始时间', '几点'], en: ['start', 'hour'] },
      prompt: { zh: '从几点开始？', en: 'What time does it start?' },
    },
    {
      name: 'duration',
      reader: 'durationMinutes',
      label: { zh: '时长', en: 'Duration' },
      alsoCalled: { zh: ['多久'], en: ['length'] },
      shown: { zh: '{value} 分钟', en: '{value} minutes' },
    },
    {
      name: 'room',
      reader: 'text',
      label: { zh: '会议室', en: 'Room' },
      alsoCalled: { zh: ['房间'], en: ['place'] },
      patterns: {
        zh: [
          /([A-Za-z]?\d{2,4}|[一二三四五六七八九十\d]+\s*楼(?:的)?[大小中]?|[大小][号]?|[A-Z])\s*(?:号)?(?=会议室)/,
          /会议室\s*([A-Za-z]\d{0,4}|\d{2,4})/,
        ],
        en: [/\broom ([A-Z]?\d{1,4}|[A-Z]\b)/, /\bthe ([A-Z][\w-]*) (?:meeting |conference )?room\b/],
      },
    },
  ],
  confirmation: { zh: '请确认你要预订的会议室：', en: 'Please confirm the room booking:' },
  completion: {
    zh: '已记录你的会议室预订请求，会有同事确认是否有空。',
    en: 'Your room request is recorded. A colleague will check that a room is free.',
  },
}
