import type { Flow } from '../flow'

export const setReminder: Flow = {
  name: 'set_reminder',
  title: { zh: '设置提醒', en: 'reminder' },
  startedBy: ['set_reminder'],
  cues: { zh: /提醒我/, en: /\bremind me\b/i },
  slots: [
    {
      name: 'reminder',
      reader: 'text',
      label: { zh: '内容', en: 'About' },
      alsoCalled: { zh: ['事项', '事情'], en: ['text', 'subject'] },
      patterns: {
        zh: [
          /提醒(?:一下)?我([^。？?！!]+)/,
          /(?:别让我忘了|别忘了)([^，。？?！!]+)/,
          /(?:提醒|闹钟|叫我一下|叫我|喊我)[:：，,]?([^。？?！!]+)/,
        ],
        en: [
          /\bremind(?: me| us| everyone)\b.*?\b(?:to|about|that|of)\s+(.+?)(?:[.?!]|$)/i,
          /\breminder\b.*?(?:\bto\b|\babout\b|:|,)\s*(.+?)(?:[.?!]|$)/i,
          /\b(?:forget|ping me|nudge me|alert me|alarm)\b.*?(?:\bto\b|\babout\b|,)\s*(.+?)(?:[.?!]|$)/i,
        ],
      },
      prompt: { zh: '要提醒你什么事？', en: 'What should the reminder be about?' },
    },
    {
      name: 'date',
      reader: 'date',
      label: { zh: '日期', en: 'Date' },
      alsoCalled: { zh: ['哪天'], en: ['day'] },
      prompt: { zh: '哪天提醒你？', en: 'Which day should it be?' },
    },
    {
      name: 'time',
      reader: 'time',
      label: { zh: '时间', en: 'Time' },
      alsoCalled: { zh: ['几点'], en: ['hour'] },
    },
  ],
  confirmation: { zh: '请确认提醒：', en: 'Please confirm the reminder:' },
  completion: { zh: '已记录你的提醒。', en: 'Your reminder is recorded.' },
}
