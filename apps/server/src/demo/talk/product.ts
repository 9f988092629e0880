import { type DemoChannel, replied, said } from '../demo-channel'

const delay = '报警延迟这个选项，默认值定多少合适？客户的说法不一样。'
const mini = 'Skua Mini: three customers asked for a version with a display. Is that worth a study?'

export const product: DemoChannel = {
  key: 'product',
  name: '产品 product',
  topic: '路线图、反馈与取舍 · roadmap, feedback, trade-offs',
  kind: 'public',
  language: 'mixed',
  members: ['liNa', 'daniel', 'maria', 'chenJie', 'wangWei', 'zhangMin'],
  talk: [
    said('4 09:30', 'liNa', '早上好。这周要把下季度路线图的初稿定下来，请大家把想法都写在这里。'),
    said('4 09:41', 'chenJie', '西湖生鲜想要一张“全程温度”的图，直接贴到给超市的报告里。'),
    said('4 09:45', 'liNa', '收到，这个需求已经有四家客户提过了，我放进候选。'),
    said(
      '4 16:02',
      'maria',
      'From support: the most frequent wish is still to silence an alert for a known reason, such as loading at the ramp.',
    ),
    said('4 16:06', 'daniel', 'That would be two weeks of work with the audit trail, one without.'),
    said('4 16:09', 'liNa', 'With the audit trail, please. Pharma customers cannot use it otherwise.'),
    said('3 09:20', 'liNa', delay),
    replied('3 09:32', 'zhangMin', delay, '看了过去一年的数据，10 分钟以内的波动有八成是开关门造成的。'),
    replied('3 09:36', 'chenJie', delay, '西湖生鲜希望 15 分钟，药企要求 5 分钟。'),
    replied('3 09:50', 'liNa', delay, '那就默认 10 分钟，按产品可调，范围 1 到 60 分钟。'),
    said('3 10:02', 'wangWei', '固件这边已经支持了，云端只差设置页面。'),
    said('3 16:11', 'maria', mini),
    replied('3 16:20', 'daniel', mini, 'A display takes about 30 % of the battery. It would last 60 days, not 90.'),
    replied(
      '3 16:25',
      'liNa',
      mini,
      'Then let us ask those three customers whether 60 days are enough, before we draw anything. Maria, can you do that by next Tuesday?',
    ),
    replied('3 16:27', 'maria', mini, 'Yes, I will.'),
    said('2 09:15', 'chenJie', '竞品上周发布了带蓝牙的新款，价格 299 元，续航标称一年。要不要做个对比？'),
    said('2 09:22', 'liNa', '要的。敏敏，能不能买两个回来放低温箱里跑一遍？'),
    said('2 09:25', 'zhangMin', '可以，采购走 1000 元以下直接购买，明天下单。'),
    said(
      '2 16:30',
      'daniel',
      'I agree with the order of the roadmap. My only worry is that the report and the silencing both need the same person.',
    ),
    said('2 16:34', 'liNa', 'Good point. Silencing first then, the report in the second half of the quarter.'),
    said('1 09:40', 'liNa', '决定：下季度先做报警静默（含审计记录），再做全程温度图；显示屏等客户反馈再说。'),
    said('1 09:44', 'chenJie', '赞成，我去跟西湖生鲜解释一下时间。'),
    said('1 09:52', 'zhangMin', '竞品到货了，今晚开始测，结果后天给大家。'),
    said('0 10:05', 'liNa', '路线图初稿下周一之前发出来，中英文各一份。'),
    said(
      '0 16:15',
      'maria',
      'First answer about the display: Nordkühl says 60 days would be fine, they exchange the loggers every month anyway.',
    ),
    said('0 16:18', 'liNa', 'Very helpful, thank you Maria.'),
  ],
}
