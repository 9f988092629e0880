import { type DemoChannel, replied, said } from '../demo-channel'

const quote = '展会的搭建报价来了三家：18600、21500、24800 元。按流程两万以上要三家比价，我倾向第一家。'

export const marketing: DemoChannel = {
  key: 'marketing',
  name: '市场',
  topic: '展会、内容、客户故事',
  kind: 'public',
  language: 'zh',
  members: ['chenJie', 'linYue', 'liNa', 'zhangMin'],
  talk: [
    said('4 09:05', 'chenJie', '大家早，冷链展还有四周，今天开始每天在这里同步进度。'),
    said('4 09:12', 'chenJie', '展位号 B217，36 平米，转角位，比去年大一倍。'),
    said('4 09:20', 'linYue', '需要我订酒店吗？几个人去？'),
    said('4 09:24', 'chenJie', '五个人，住三晚。上海的标准是每晚 600 元以内吧？'),
    said('4 09:26', 'linYue', '对，展会期间价格会涨，我今天就订。'),
    said('4 14:30', 'liNa', '宣传册的参数页我改好了，电池续航写 18 个月。'),
    said('3 10:15', 'chenJie', quote),
    replied('3 10:22', 'linYue', quote, '第一家去年用过，做工不错，但是拆展收费要问清楚。'),
    replied('3 10:40', 'chenJie', quote, '好主意，我让他们把拆展写进报价单。'),
    replied('3 15:05', 'chenJie', quote, '写进去了，总价不变，18600 元含拆展。'),
    said('3 15:30', 'zhangMin', '展台上的低温箱谁来带？测试部可以借一台小的。'),
    said('3 15:34', 'chenJie', '太需要了，麻烦敏敏安排，周末前送到仓库就行。'),
    said('2 09:10', 'chenJie', '客户故事选西湖生鲜：从产地到货架，损耗降了 23%。'),
    said('2 09:18', 'liNa', '数字要请客户书面确认才能发布，别忘了。'),
    said('2 09:19', 'chenJie', '嗯，确认函已经发过去了。'),
    said('2 14:02', 'linYue', '酒店订好了，五间，每晚 580 元，含早餐，离展馆走路十分钟。'),
    said('2 14:05', 'chenJie', '悦姐太靠谱了，谢谢！'),
    said('1 10:30', 'chenJie', '公众号文章的初稿在共享文件夹，请大家明天中午前提意见。'),
    said('1 11:12', 'zhangMin', '第三段的温度单位写错了，应该是零下 30 度。'),
    said('1 11:15', 'chenJie', '改了，多谢敏敏，眼尖。'),
    said('0 09:50', 'chenJie', '西湖生鲜的确认函收到了，23% 可以用。'),
    said('0 10:20', 'liNa', '英文版的故事我来翻译，后天给你。'),
    said('0 15:40', 'chenJie', '搭建合同今天签，预付 30%，悦姐帮忙走一下付款申请。'),
    said('0 15:42', 'linYue', '好，赶得上 25 号的付款日。'),
  ],
}
