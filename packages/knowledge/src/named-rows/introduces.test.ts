import { expect, it } from 'vitest'
import { introduces } from './introduces'
import { thingAskedAbout } from './thing-asked-about'

it.each([
  ['What is Tidepool?', 'Tidepool'],
  ['What is the Skua Mini?', 'Skua Mini'],
  ['What does shrinkage mean?', 'shrinkage'],
  ['什么是客单价？', '客单价'],
  ['Tidepool 是什么？', 'Tidepool'],
  ['坪效是什么意思？', '坪效'],
])('“%s” asks what %s is', (question, thing) => expect(thingAskedAbout(question)).toBe(thing))

it.each([
  'What is the limit of a company card?',
  '无线网络的密码是什么？',
  'What is my notice period?',
  'Who owns Tidepool?',
])('“%s” asks for something else', (question) => expect(thingAskedAbout(question)).toBeNull())

it.each([
  ['Skua Mini', 'list-item', 'Skua Mini: for single parcels.'],
  ['calibration', 'paragraph', 'A calibration is the yearly comparison with a thermometer.'],
  ['客单价', 'list-item', '客单价：一位顾客一次购物的平均金额。'],
  ['灯塔', 'paragraph', '“灯塔”是门店后台的主机。'],
  ['Tidepool', 'table-row', '系统：时序数据库；英文：Tidepool；负责人：Daniel Okafor'],
  ['order desk', 'table-row', 'System: order desk; Also called: Quayside'],
] as const)('%s is introduced by a %s: %s', (thing, kind, text) => expect(introduces(thing, { kind, text })).toBe(true))

it.each([
  ['Skua', 'list-item', 'Skua Mini: for single parcels.'],
  ['Tidepool', 'paragraph', 'The backup of Tidepool is the night job.'],
  ['Daniel Okafor', 'table-row', '系统：时序数据库；英文：Tidepool；负责人：Daniel Okafor'],
] as const)('%s is not introduced by a %s: %s', (thing, kind, text) =>
  expect(introduces(thing, { kind, text })).toBe(false),
)
