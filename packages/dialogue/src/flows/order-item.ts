import type { Flow } from '../flow'

/** The count is blanked when free words are read: what follows it is what is counted. */
const AFTER_COUNT = /(?<=\p{Script=Han}\s?)␟+\s*([^，。？?！!,␟]+)/u

export const orderItem: Flow = {
  name: 'order_item',
  title: { zh: '订购物品', en: 'item order' },
  startedBy: ['order_item'],
  cues: {
    zh: /(?:订购|采购|申领|领用)[^，。？?！!]{0,8}[一二两三四五六七八九十\d]+\s*[个台把支件盒箱包张块条副只套部]/,
    en: /\border (?:me |us )?(?:\d+|a|an|one|two|three|four|five|six|some|new) (?!.*\b(?:book|cop(?:y|ies))\b)/i,
  },
  slots: [
    {
      name: 'item',
      reader: 'text',
      label: { zh: '物品', en: 'Item' },
      alsoCalled: { zh: ['东西', '品名'], en: ['product', 'thing'] },
      patterns: {
        zh: [
          AFTER_COUNT,
          /(?:订购|采购|购买|申领|领用|领取|下单|申请(?:采购|购买|买|领)?|订|买)(?:一下)?([^，。？?！!␟]+)/,
          /(?:需要|想要|要(?![是不么求紧])|来|换成)([^，。？?！!␟]+)/,
        ],
        en: [
          /\b(?:order|buy|purchase|get|need|requests?|requesting)\b(?: (?:me|us))?\s+(.+?)(?:\s+(?:for|by|from|before|under)\b|,|[.?!](?:\s|$)|$)/i,
        ],
      },
      prompt: { zh: '你想订购什么物品？', en: 'What would you like to order?' },
    },
    {
      name: 'quantity',
      reader: 'count',
      label: { zh: '数量', en: 'Quantity' },
      alsoCalled: { zh: ['个数'], en: ['number', 'amount'] },
      fallback: 1,
    },
  ],
  confirmation: { zh: '请确认你的订购信息：', en: 'Please confirm the details of your order:' },
  completion: {
    zh: '已记录你的订购请求，会有同事跟进。',
    en: 'Your order request is recorded. A colleague will follow it up.',
  },
}
