import { expect, test } from 'vitest'
import { splitSentences } from './split-sentences'

test.each<[string, string[]]>([
  ['Mr. Smith paid $3.50 for v2.0.1. He left.', ['Mr. Smith paid $3.50 for v2.0.1.', 'He left.']],
  ['See Fig. 3, e.g. at 5 p.m. on Monday. Done!', ['See Fig. 3, e.g. at 5 p.m. on Monday.', 'Done!']],
  ['i finished it. can you review?', ['i finished it.', 'can you review?']],
  ['"Really?" he said. Yes.', ['"Really?" he said.', 'Yes.']],
  ['No. 5 is no. We go.', ['No. 5 is no.', 'We go.']],
  ['See https://a.com/x.html?q=1. Then stop', ['See https://a.com/x.html?q=1.', 'Then stop']],
  ['请假怎么办？找主管。版本是3.5。', ['请假怎么办？', '找主管。', '版本是3.5。']],
  ['他说：“好的。”然后走了。', ['他说：“好的。”', '然后走了。']],
  ['《你好！中国》很好看！真的', ['《你好！中国》很好看！', '真的']],
  ['嗯……我不知道。', ['嗯……我不知道。']],
  ['改好了.明天上线', ['改好了.', '明天上线']],
  ['1. 第一步\n2. 第二步', ['1. 第一步', '2. 第二步']],
  ['好的\n明天见', ['好的', '明天见']],
  ['# Leave\n\nAsk your lead\n- in time\n- in writing', ['# Leave', 'Ask your lead', '- in time', '- in writing']],
  [
    'This line was wrapped by an editor because it was too long\nfor one line. Next',
    ['This line was wrapped by an editor because it was too long\nfor one line.', 'Next'],
  ],
  ['', []],
  [' \n ', []],
])('%j', (text, sentences) => {
  expect(splitSentences(text).map((sentence) => sentence.text)).toEqual(sentences)
})

test('every sentence stands where it says', () => {
  const text = ' 你好。 \n Hello there!  Bye.'
  for (const sentence of splitSentences(text)) expect(text.slice(sentence.start, sentence.end)).toBe(sentence.text)
})
