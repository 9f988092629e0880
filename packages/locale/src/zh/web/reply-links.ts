import type { AreaTexts } from '../../page-texts'

export const replyLinks: AreaTexts['replies'] = {
  'web.replyLink.seems': '似乎在回复{name}：',
  'web.replyLink.answers': '回复{name}：',
  'web.replyLink.open': '在话题中打开',
  'web.replyLink.not': '不是',
  'web.replyLink.confirmed': '已为频道里的所有人标明它回复的消息。',
  'web.replyLink.dismissed': '已为频道里的所有人取消这条提示。',
  'web.replyLink.inChannel': '频道里的回复',
  'web.replyLink.title': '它在回复哪一条',
  'web.replyLink.likely': '{name}的一条消息，把握 {percent}。',
  'web.replyLink.byPerson': '{name}确认过。',
  'web.replyLink.dismissedBy': '{name}说不是。',
  'web.replyLink.reopen': '恢复提示',
  'web.replyLink.reason.names': '它提到了那条消息的作者。',
  'web.replyLink.reason.asks': '那条消息是一个问题。',
  'web.replyLink.reason.acts': '它说的话正好接得上：表态、致谢或接着往下说。',
  'web.replyLink.reason.words': '两条消息都用了这里别人没有用的词。',
  'web.replyLink.reason.meaning': '两条消息说的是同一件事。',
  'web.replyLink.reason.talking': '这两个人正在对话。',
  'web.replyLink.reason.place': '它紧随其后，或是对那条消息的第一句回应。',
}
