import type { Flow } from '../flow'

export const requestAccess: Flow = {
  name: 'request_access',
  title: { zh: '权限申请', en: 'access request' },
  startedBy: ['request_access'],
  cues: {
    zh: /(?:申请|开通)[^，。？?！!]{0,20}(?:权限|账号|帐号)/,
    en: /\b(?:grant|give|get|need|request)\b.{0,20}\b(?:access to|permission (?:to|for))\b/i,
  },
  slots: [
    {
      name: 'resource',
      reader: 'text',
      label: { zh: '系统或资料', en: 'Access to' },
      alsoCalled: { zh: ['系统', '资料'], en: ['system', 'resource'] },
      patterns: {
        zh: [
          /(?:申请|开通|需要|想要|加一下|开一下)(?:一个|访问|使用)?([^，。？?！!]+?)的?(?:访问|编辑|查看|只读|管理)?(?:权限|账号|帐号)/,
          /(?:申请)?访问([^，。？?！!]+)/,
        ],
        en: [
          /\b(?:access to|permissions? (?:to|for|on)|account for|login for|(?:add|invite) me to)\s+(.+?)(?:[,.?!]|$)/i,
        ],
      },
      prompt: { zh: '你需要哪个系统或哪份资料的权限？', en: 'Which system or document do you need access to?' },
    },
  ],
  confirmation: { zh: '请确认你的权限申请：', en: 'Please confirm your access request:' },
  completion: {
    zh: '已记录你的权限申请，等待管理员处理。',
    en: 'Your access request is recorded and waits for an administrator.',
  },
}
