import { translate } from '@parley/locale'
import { UserId } from '@parley/protocol'
import { expect, it } from 'vitest'
import type { Text } from '../../app/use-text'
import { sayAuditEntry } from './say-audit-entry'

const ada = UserId.parse('00000000-0000-7000-8000-000000000001')
const li = UserId.parse('00000000-0000-7000-8000-000000000002')
const nameOf = (id: UserId) => (id === ada ? 'Ada' : '李娜')
const en: Text = (key, ...parameters) => translate('en', key, ...parameters)
const zh: Text = (key, ...parameters) => translate('zh', key, ...parameters)
const exported = (subjectName: string, userId: UserId | null = null) =>
  ({ kind: 'export-started', actorId: ada, userId, subjectName }) as const

it.each([
  ['workspace', null, null, 'Ada started an export of the public channels', 'Ada开始导出公开频道'],
  [
    'everything',
    null,
    null,
    'Ada started an export of everything, private channels and direct messages included',
    'Ada开始导出全部内容，包括私密频道和私信',
  ],
  ['channel', null, '#release', 'Ada started an export of #release', 'Ada开始导出#release'],
  ['channel', null, null, 'Ada started an export of a channel that you are not in', 'Ada开始导出一个你不在其中的频道'],
  ['person', li, null, 'Ada started an export of the data of 李娜', 'Ada开始导出李娜的数据'],
  ['person', null, null, 'Ada started an export of their own data', 'Ada开始导出自己的数据'],
])('says what an export of scope %s (of %s, %s) was of', (scope, userId, channel, english, chinese) => {
  const entry = exported(scope, userId)
  expect(sayAuditEntry(en, entry, nameOf, channel)).toBe(english)
  expect(sayAuditEntry(zh, entry, nameOf, channel)).toBe(chinese)
})

it('says what a newer server exported in its own word', () => {
  expect(sayAuditEntry(en, exported('archive'), nameOf, null)).toBe('Ada started an export: archive')
})

it.each([
  ['slack', 'Ada started an import from Slack', 'Ada开始从 Slack 导入'],
  ['parley', 'Ada started an import from another Parley', 'Ada开始从另一个 Parley 导入'],
  ['team.zip', 'Ada started an import: team.zip', 'Ada开始导入：team.zip'],
])('says in words where an import called %s came from', (subjectName, english, chinese) => {
  const entry = { kind: 'import-started', actorId: ada, userId: null, subjectName } as const
  expect(sayAuditEntry(en, entry, nameOf, null)).toBe(english)
  expect(sayAuditEntry(zh, entry, nameOf, null)).toBe(chinese)
})
