import type { TalkMessage } from '../src/summary/talk'

/** Two conversations of 40 messages about the same things. What was decided and what stayed open is known. */
export interface TeamTalk {
  readonly messages: readonly TalkMessage[]
  /** What the messages hold that tell of the decision. */
  readonly decision: string
  readonly openQuestion: string
  readonly answeredQuestions: readonly string[]
  readonly smallTalk: string
}

const talk = (lines: string): readonly TalkMessage[] =>
  lines
    .trim()
    .split('\n')
    .map((line, index) => {
      const [speakerId = '', ...words] = line.split(': ')
      return { id: `m${index}`, speakerId, text: words.join(': '), isRepliedTo: false }
    })

export const english: TeamTalk = {
  messages: talk(`
ann: Good morning everyone
tom: Morning!
ann: The payment provider changes its interface on the first of March, so the checkout has to be rebuilt before then.
tom: How much work is the checkout change?
wei: I looked at it yesterday, the checkout change needs about eight days for two people.
ann: Thanks
tom: That collides with the spring catalogue, which is planned for the same week.
li: The catalogue texts are finished, only the pictures are missing.
wei: The photographer delivers the pictures of the catalogue on Thursday.
ann: ok
tom: We could postpone the catalogue by a week, nobody outside knows its date yet.
li: Marketing has booked advertisements for the catalogue from the tenth.
ann: Can the advertisements be moved?
li: Yes, the advertisements can be moved until Friday without a fee.
tom: Great
wei: If the checkout fails in March we cannot take any payment by card, that would cost far more than a late catalogue.
ann: I agree with Wei, the checkout is the greater risk.
tom: Me too
li: Fine with me
ann: Then we have decided to rebuild the checkout first and to publish the catalogue on the seventeenth of March.
tom: 👍
wei: I will write the plan for the checkout today.
li: I will tell marketing to move the advertisements.
ann: Thank you
tom: By the way, the printer on the second floor jams with thick paper again.
wei: I called the service about the printer, they come on Monday morning.
tom: ok
li: Until Monday the printer on the first floor works.
ann: Who has the key to the archive room?
tom: lol
wei: The tests of the old checkout are flaky, three of them fail every second night.
ann: Let's stick to the rule that a flaky test is repaired or removed within two days.
wei: Agreed
tom: I can repair the flaky tests of the checkout after lunch.
ann: Nice
li: The new colleague in support starts on Wednesday and needs an account.
tom: Accounts for new colleagues are requested in the form of the personnel department.
li: Thanks
ann: See you at lunch
wei: See you
`),
  decision: 'rebuild the checkout first',
  openQuestion: 'Who has the key to the archive room?',
  answeredQuestions: ['Can the advertisements be moved?', 'How much work is the checkout change?'],
  smallTalk: 'Thanks',
}

export const chinese: TeamTalk = {
  messages: talk(`
安: 大家早上好
汤: 早
安: 支付服务商三月一号要换接口，结账页面必须在那之前重做。
汤: 结账页面的改动工作量有多大？
王: 我昨天看过，结账页面的改动两个人大约要八天。
安: 谢谢
汤: 这和春季目录撞在同一周了，目录原本也是那周上线。
李: 目录的文字都写好了，只差图片。
王: 摄影师周四交目录的图片。
安: 好的
汤: 目录可以推迟一周，外面还没有人知道上线日期。
李: 市场部已经从十号起订了目录的广告。
安: 广告能改期吗？
李: 可以，广告周五之前改期不收费。
汤: 太好了
王: 如果结账在三月出问题，银行卡付款就全停了，损失比目录晚上线大得多。
安: 我同意王伟，结账页面的风险更大。
汤: 我也同意
李: 没问题
安: 那我们决定先重做结账页面，春季目录改到三月十七号上线。
汤: 👍
王: 我今天写好结账页面的计划。
李: 我去通知市场部把广告改期。
安: 辛苦了
汤: 对了，二楼的打印机一用厚纸又卡纸。
王: 打印机我已经报修了，周一上午来修。
汤: 收到
李: 周一之前可以用一楼的打印机。
安: 档案室的钥匙在谁那里？
汤: 哈哈
王: 旧结账页面的测试不稳定，有三个每隔一晚就失败。
安: 还是按老规矩，不稳定的测试两天之内修好或者删掉。
王: 好的
汤: 结账页面不稳定的测试我午饭后来修。
安: 好
李: 客服的新同事周三入职，需要开账号。
汤: 新同事的账号在人事部的表单里申请。
李: 谢谢
安: 午饭见
王: 午饭见
`),
  decision: '决定先重做结账页面',
  openQuestion: '档案室的钥匙在谁那里？',
  answeredQuestions: ['广告能改期吗？', '结账页面的改动工作量有多大？'],
  smallTalk: '谢谢',
}
