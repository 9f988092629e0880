import { expect, test } from 'vitest'
import { UserGroupId, UserId } from './ids'
import { findMentions, isReservedName, mentionPattern, NO_MENTIONS } from './mentions'

const id = (number: number) => UserId.parse(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const wei = { id: id(1), name: '王伟', aliases: ['Wei', '阿伟'] }
const weiwei = { id: id(2), name: '王伟伟', aliases: [] }
const ann = { id: id(3), name: 'Ann Lee', aliases: ['ann'] }
const otherAnn = { id: id(4), name: 'Ann', aliases: [] }
const pattern = mentionPattern([wei, weiwei, ann, otherAnn])
const named = (text: string) => findMentions(text, pattern).userIds

test('names are found after either at sign, in any case, with or without spaces around them', () => {
  expect(named('请@王伟看一下')).toEqual([wei.id])
  expect(named('＠wei, please')).toEqual([wei.id])
  expect(named('ask @ANN LEE now')).toEqual([ann.id])
})

test('the longest name counts, and a part of a longer word is none', () => {
  expect(named('@王伟伟 你好')).toEqual([weiwei.id])
  expect(named('@weird idea')).toEqual([])
  expect(named('a name without the sign: 王伟')).toEqual([])
})

test('a name that several carry means all of them, each once', () => {
  expect(named('@ann and @Ann')).toEqual([ann.id, otherAnn.id])
})

test('what stands in code is no mention', () => {
  expect(named('`@王伟`')).toEqual([])
  expect(named('```\n@王伟\n```')).toEqual([])
  expect(named('```\ncode\n``` @王伟')).toEqual([wei.id])
})

test.each(['@channel', '@everyone', '@All', '@所有人'])('%s calls everybody', (call) => {
  expect(findMentions(`大家注意 ${call}：明天停机`, pattern)).toEqual({ ...NO_MENTIONS, isForEveryone: true })
  expect(findMentions('channel', pattern).isForEveryone).toBe(false)
})

test.each(['@here', '@Here', '@在线成员'])('%s calls those who are there, and no group may be called so', (call) => {
  expect(findMentions(`午饭 ${call}，楼下见`, pattern)).toEqual({ ...NO_MENTIONS, isForPresent: true })
  expect(isReservedName(call.slice(1))).toBe(true)
})

test('nobody to name is no fault', () => {
  expect(findMentions('@王伟', mentionPattern([]))).toEqual(NO_MENTIONS)
})

test('a group is called by its handle, in any script, and the longest name that fits is meant', () => {
  const design = UserGroupId.parse('00000000-0000-7000-8000-0000000000a1')
  const team = UserGroupId.parse('00000000-0000-7000-8000-0000000000a2')
  const groups = mentionPattern(
    [wei],
    [
      { id: design, handle: '设计组' },
      { id: team, handle: 'Design-Team' },
    ],
  )
  expect(findMentions('请@设计组看一下，@design-team too', groups).groupIds).toEqual([design, team])
  expect(findMentions('@设计 `@设计组`', groups).groupIds).toEqual([])
})

test('whoever is quoted is not called again', () => {
  expect(named('> @王伟 please look\n>\n> @Ann Lee too\n\nI did')).toEqual([])
  expect(named('> words of somebody\n\n@王伟 see above')).toEqual([wei.id])
})
