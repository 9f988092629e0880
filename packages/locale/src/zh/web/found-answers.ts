import type { foundAnswers as english } from '../../en/web/found-answers'
import type { Translated } from '../../translated'

export const foundAnswers: Translated<typeof english> = {
  'web.found.looking': '正在查找答案',
  'web.found.question': '问题',
  'web.found.closest': '在你能看到的内容里没有找到答案，最接近的是：',
  'web.found.unknown': '在你能看到的内容里没有找到答案。',
  'web.found.private': '仅你可见。',
  'web.found.post': '发到话题里',
  'web.found.copy': '复制答案',
  'web.found.notForAll': '这里并非所有人都能打开这些依据。',
  'web.found.source': '依据',
  'web.found.people': '可能了解的人',
  'web.found.nobody': '在你能看到的内容里，还没有人写过这方面的事。',
  'web.found.ask': '问一下',
  'web.found.askName': '在话题里问{name}',
  'web.found.askWords': '@{name} 这个问题能帮忙看一下吗？',

  'web.suggestion.line': '主动建议：当时还没有人回答。',
  'web.suggestion.dismiss': '不再建议这类问题',
  'web.suggestion.dismissed': '已收回，这里不会再建议类似的答案。',
  'web.suggestion.switch': '主动建议答案',
  'web.suggestion.hint': '提问三分钟后还没有人回答时，如果有把握，就在话题里给出答案，只依据这里所有人都能看到的内容。',
}
