import { type DemoChannel, replied, said } from '../demo-channel'

const late =
  'Frutas Levante called: an alert for a truck to Perpignan came six minutes late. The goods are fine. They want to know why.'
const kunming = '云岭医药反馈：昆明仓库的三个记录仪从早上 8 点起没有数据上报。'

export const support: DemoChannel = {
  key: 'support',
  name: '客户支持 support',
  topic: '金牌客户 30 分钟内答复 · gold customers: 30 minutes',
  kind: 'public',
  language: 'mixed',
  members: ['maria', 'chenJie', 'liNa', 'wangWei', 'daniel'],
  talk: [
    said('4 10:02', 'chenJie', '西湖生鲜问：记录仪的校准证书在哪里下载？'),
    said('4 10:06', 'liNa', '在 Harbour 的“设备”页面，点序列号，右上角有“证书”。'),
    said('4 10:07', 'chenJie', '找到了，谢谢。'),
    said(
      '4 17:10',
      'maria',
      'Weekly numbers: 61 tickets, 57 closed, first answer after 18 minutes in the middle. Thank you all.',
    ),
    said('3 08:52', 'chenJie', kunming),
    replied('3 08:55', 'wangWei', kunming, '我看一下。网关在线，但是从 7:58 起没有收到记录仪的信号。'),
    replied('3 09:04', 'wangWei', kunming, '应该是仓库换了金属货架，挡住了网关。请他们把网关挪到过道上方试试。'),
    replied('3 09:31', 'chenJie', kunming, '挪好了，三个都恢复了，缺的数据也补传上来了。'),
    replied('3 09:33', 'liNa', kunming, '太好了。我把“货架遮挡”写进安装指南。'),
    said('3 17:00', 'maria', 'Does somebody know whether a Skua 3 may be cleaned with alcohol? Nordkühl is asking.'),
    said('3 17:08', 'daniel', 'Yes, up to 70 %. Not the probe’s seal, it gets brittle.'),
    said('3 17:09', 'maria', 'Great, told them.'),
    said('2 15:40', 'maria', 'Customers report that Harbour is slow. I have asked in engineering.'),
    said(
      '2 16:20',
      'maria',
      'Solved at 15:58. I am writing to the gold customers now: what happened, what was late, what we change.',
    ),
    said('2 16:48', 'maria', late),
    replied(
      '2 16:55',
      'daniel',
      late,
      'A monthly report kept the database busy from 15:40 to 15:58. I will send them a written incident report tomorrow.',
    ),
    replied('2 16:57', 'maria', late, 'Please do. They are gold, and they were friendly about it.'),
    said('1 09:12', 'chenJie', '有客户抱怨报警短信太多，一晚上收到 40 条，有没有办法合并？'),
    said('1 09:18', 'liNa', '目前可以把通知改成“每小时汇总”。下季度会做报警静默。'),
    said('1 09:20', 'chenJie', '好，我教他设置一下。'),
    said('1 16:40', 'maria', 'I am away next Thursday and Friday. Who can take the gold line in European hours?'),
    said('1 16:44', 'daniel', 'I can take Thursday. Sophie might know who is free on Friday.'),
    said('0 09:35', 'chenJie', '西湖生鲜续约了，三年，数量翻倍。感谢大家这一年的支持！'),
    said('0 09:37', 'liNa', '太棒了，恭喜老陈。'),
    said('0 16:50', 'maria', 'Wonderful news. Frutas Levante is still waiting for the incident report, Daniel.'),
    said('0 16:52', 'daniel', 'You are right, it is half written. I will send it today.'),
  ],
}
