import { expect, it } from 'vitest'
import { wants } from './asked-for'

it.each([
  ['Who is going to tell them?', 'person'],
  ['网关厂商那边谁去沟通？', 'person'],
  ['Is the old domain still paid for?', 'yes-or-no'],
  ['运费要不要退？', 'yes-or-no'],
  ['费用交了没有？', 'yes-or-no'],
  ['What is the cause?', 'anything'],
  ['什么原因？', 'anything'],
])('"%s" wants %s', (question, wanted) => {
  expect(wants(question)).toBe(wanted)
})
