import type { Flow } from '../flow'

export const orderBook: Flow = {
  name: 'order_book',
  title: { zh: '订购图书', en: 'book order' },
  startedBy: ['order_book'],
  cues: {
    zh: /(?:订购?|购买|采购|买)[^，。？?！!]{0,16}(?:书|图书|《)/,
    en: /\b(?:order|buy|purchase|get me)\b.{0,60}?(?:\bbooks?\b|\bcop(?:y|ies)\b|["“])/i,
  },
  slots: [
    {
      name: 'title',
      reader: 'title',
      label: { zh: '书名', en: 'Title' },
      alsoCalled: { zh: ['书', '书籍', '图书'], en: ['book', 'name'] },
      patterns: {
        zh: [
          /(?:订购?|购买|采购|买)(?:一下)?\s*(?:[一二两三四五六七八九十\d]+\s*[本册套]|书[:：])\s*(?:书名(?:是|叫)|名为|叫做?)?\s*([^，。？?！!]+?)(?:的书|这本书)?(?:[，。？?！!]|$)/,
        ],
        en: [
          /\bcop(?:y|ies) of (?:the book )?(.+?)(?:,| please\b|[.?!]?$)/i,
          /\bbooks? (?:called|titled|named|entitled) (.+?)(?:,| please\b|[.?!]?$)/i,
          /\bbooks?: (.+?)(?:, \d|, (?:one|two|three|four|five|ten)|[.?!]?$)/i,
          /\b(?:order|buy|purchase) the book (.+?)(?: for (?:me|us)\b|,| please\b|[.?!]?$)/i,
        ],
      },
      prompt: { zh: '您想订购哪本书？请告诉我书名。', en: 'Which book would you like? Please tell me its title.' },
      shown: { zh: '《{value}》', en: '“{value}”' },
    },
    {
      name: 'quantity',
      reader: 'count',
      label: { zh: '数量', en: 'Quantity' },
      alsoCalled: { zh: ['本数', '册数'], en: ['number', 'copies', 'amount'] },
      fallback: 1,
      shown: { zh: '{value} 本', en: '{value}' },
    },
  ],
  confirmation: { zh: '请确认您需要订购的书籍信息：', en: 'Please confirm the details of your book order:' },
  completion: {
    zh: '已记录您的订购请求，会有同事跟进。',
    en: 'Your order request is recorded. A colleague will follow it up.',
  },
}
