import { describe, expect, it } from 'vitest'
import { chooseRows } from './choose-rows'

const LEAVE = [
  '工龄：不满 1 年；年假：5 天',
  '工龄：满 1 年不满 5 年；年假：10 天',
  '工龄：满 5 年不满 10 年；年假：15 天',
  '工龄：10 年以上；年假：20 天',
]
const APPROVAL = [
  '金额：5,000 元以下；审批人：部门经理',
  '金额：超过 5,000 元至 5 万元；审批人：财务总监',
  '金额：5 万元以上（不含 5 万元）；审批人：总经理',
]
const ORDERS = [
  'Order value: up to 5,000 euros; Approval: team lead',
  'Order value: over 5,000 and up to 50,000 euros; Approval: finance director',
  'Order value: more than 50,000 euros; Approval: board',
]
const TENURE = [
  'Length of service: under 2 years; Days off: 20',
  'Length of service: 2–5 years; Days off: 25',
  'Length of service: 6 years or more; Days off: 30',
]
const SHIPPING = [
  'Weight: at most 2 kg; Price: 4 euros',
  'Weight: 2 to 10 kg; Price: 8 euros',
  'Weight: at least 10 kg; Price: 20 euros',
]
const AGES = [
  'age under 18: no contract',
  'age 18 to 65 years: standard contract',
  'over 65 years old: yearly contract',
]
const SICK = ['病假 3 天以内：直属上级审批', '病假 3 天以上 15 天以下：部门总监审批', '病假超过 15 天：人事部审批']
const ROOMS = ['人数：8人以下；会议室：小会议室', '人数：9至20人；会议室：中会议室', '人数：20人以上；会议室：报告厅']
const RATES = [
  'Quantity: 1-99 units; Discount: 0%',
  'Quantity: 100-499 units; Discount: 5%',
  'Quantity: 500+ units; Discount: 12%',
]
const TRIAL = [
  '合同期限：三个月以上不满一年；试用期：不超过一个月',
  '合同期限：一年以上不满三年；试用期：不超过两个月',
  '合同期限：三年以上；试用期：不超过六个月',
]
const BONUS = [
  '销售额（万元）：50-100；提成：2%',
  '销售额（万元）：100-200；提成：3%',
  '销售额（万元）：200以上；提成：5%',
]
const NOTICE = [
  'Seniority: less than 6 months; Notice: 1 week',
  'Seniority: 6 months to less than 2 years; Notice: 1 month',
  'Seniority: 2 years and more; Notice: 2 months',
]

type Case = readonly [question: string, rows: readonly string[], held: readonly number[] | null]

const CASES: readonly Case[] = [
  ['工龄 6 年，有几天年假？', LEAVE, [2]],
  ['工龄半年的员工有几天年假？', LEAVE, null],
  ['我工作了 5 年，有几天年假？', LEAVE, [2]],
  ['工龄4年有多少年假', LEAVE, [1]],
  ['工龄满10年的员工，年假几天？', LEAVE, [3]],
  ['工作十二年，年假是多少天？', LEAVE, [3]],
  ['工龄不满 1 年有年假吗？', LEAVE, [0]],
  ['工龄不满 5 年的年假是几天？', LEAVE, [1]],
  ['工龄满 1 年有几天年假？', LEAVE, [1]],
  ['2026 年的年假有几天？', LEAVE, null],
  ['年假 6 天可以一次休完吗？', ['工龄：满 5 年不满 10 年；说明：可分次休'], null],
  ['采购 3,000 元的设备谁审批？', APPROVAL, [0]],
  ['5000元的订单要谁批？', APPROVAL, [0]],
  ['超过 5,000 元的订单由谁审批？', APPROVAL, [1]],
  ['8 万元的合同谁来批？', APPROVAL, [2]],
  ['5万元的合同谁来批？', APPROVAL, [1]],
  ['五千元以下谁审批', APPROVAL, [0]],
  ['采购 8,000 美元的设备谁审批？', APPROVAL, null],
  ['Orders above 5,000 need whose approval?', ORDERS, [1]],
  ['Who approves an order of 5,000 euros?', ORDERS, [0]],
  ['Who approves an order of €7,500?', ORDERS, [1]],
  ['Who signs for more than 50,000 euros?', ORDERS, [2]],
  ['Who approves orders of 50,000 euros?', ORDERS, [1]],
  ['Who approves orders below 5,000?', ORDERS, [0]],
  ['Who approves an order of 7,500 dollars?', ORDERS, null],
  ['I have worked here for six years, how many days off do I get?', TENURE, [2]],
  ['How many days off after 3 years of service?', TENURE, [1]],
  ['How many days off with 18 months?', TENURE, null],
  ['How many days off with one year of service?', TENURE, [0]],
  ['How many days off at 2 years of service?', TENURE, [1]],
  ['What does a parcel of 2 kg cost?', SHIPPING, [0, 1]],
  ['What does a parcel of 12 kg cost?', SHIPPING, [2]],
  ['What does it cost to ship 7.5 kilograms?', SHIPPING, [1]],
  ['Which contract does someone aged 17 years get?', AGES, [0]],
  ['Which contract at 65 years?', AGES, [1]],
  ['请 2 天病假要谁批？', SICK, [0]],
  ['请十天病假谁审批？', SICK, [1]],
  ['病假 20 天由谁审批？', SICK, [2]],
  ['病假超过 15 天怎么办？', SICK, [2]],
  ['12 个人开会用哪个会议室？', ROOMS, [1]],
  ['50人的活动在哪里办？', ROOMS, [2]],
  ['20人开会用哪个会议室？', ROOMS, [1, 2]],
  ['What discount is there on 250 units?', RATES, [1]],
  ['What discount for 1,000 units?', RATES, [2]],
  ['What discount for 99 units?', RATES, [0]],
  ['合同两年，试用期多长？', TRIAL, [1]],
  ['合同期三年，试用期最长多久？', TRIAL, [2]],
  ['合同六个月的试用期多长？', TRIAL, [0]],
  ['销售额150万元提成多少？', BONUS, [1]],
  ['What is the notice after 3 months?', NOTICE, [0]],
  ['What is the notice after 5 years?', NOTICE, [2]],
  ['多少天年假？', LEAVE, null],
  ['How many days off do I get?', TENURE, null],
]

describe('rows of ranges', () => {
  it.each(CASES)('%s', (question, rows, held) => {
    expect(chooseRows(question, rows)?.rows ?? null).toEqual(held)
  })
})
