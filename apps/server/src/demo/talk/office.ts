import { type DemoChannel, replied, said } from '../demo-channel'

const projector = '三楼银鸥会议室的投影仪又花屏了，今天下午的例会怎么办？'

export const office: DemoChannel = {
  key: 'office',
  name: '杭州办公室',
  topic: '行政通知、报修、团建',
  kind: 'public',
  language: 'zh',
  members: ['linYue', 'wangWei', 'zhangMin', 'chenJie', 'liNa'],
  talk: [
    said('4 08:50', 'linYue', '各位早，本周四集中采购办公用品，需要的请在周三下班前告诉我。'),
    said('4 08:58', 'wangWei', '要两根 2 米的网线，还有一个 HDMI 转接头。'),
    said('4 09:02', 'zhangMin', '我要一盒标签纸，贴样机用。'),
    said('4 09:05', 'linYue', '记下了。'),
    said('4 13:30', 'zhangMin', projector),
    replied('4 13:34', 'linYue', projector, '先换到信天翁吧，我已经帮你们改好预订了。'),
    replied('4 13:50', 'wangWei', projector, '看了，灯泡到寿命了，修不如换。'),
    replied('4 14:05', 'linYue', projector, '好的，我走采购申请，预算 5000 元以内。'),
    said('3 09:00', 'linYue', '提醒：下周一上午 9 点到 11 点二楼停电检修，请提前保存文件、关闭样机。'),
    said('3 09:06', 'wangWei', '测试服务器在三楼，不受影响。'),
    said('3 12:10', 'chenJie', '楼下新开了一家面馆，味道不错，报员工卡打九折。'),
    said('3 12:12', 'liNa', '走，现在就去。'),
    said('2 09:30', 'linYue', '体检安排出来了：下下周，市一医院，预算每人 800 元，请在系统里选日期。'),
    said('2 09:41', 'zhangMin', '可以带家属吗？'),
    said('2 09:44', 'linYue', '可以，家属自费，价格和公司一样。'),
    said('2 16:20', 'wangWei', '我周五请一天年假，VPN 和账号的问题请找驻场同事，分机 8080。'),
    said('2 16:22', 'linYue', '收到，已经批了。'),
    said('1 10:00', 'linYue', '投影仪到货了，我和王伟中午换好，银鸥恢复使用。'),
    said('1 12:40', 'wangWei', '换好了，画面很清楚。'),
    said('1 12:42', 'zhangMin', '感谢，效率真高！'),
    said('1 15:10', 'linYue', '团建投票：西溪徒步 12 票，桌游 7 票。决定去徒步，时间定在月底的周六上午。'),
    said('0 09:15', 'linYue', '今天有客户来访，十点到，请大家注意锁屏，白板上的内容记得擦掉。'),
    said('0 09:20', 'chenJie', '客户一行四人，麻烦准备四份茶歇。'),
    said('0 09:22', 'linYue', '已经准备好了，在信天翁。'),
  ],
}
