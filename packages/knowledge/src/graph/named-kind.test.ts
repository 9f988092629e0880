import { describe, expect, it } from 'vitest'
import { readNamedKind, readNamedKindAtStart } from './named-kind'

describe('a word before a name that says what it is', () => {
  it.each([
    ['customer Acme', 'Acme', 'organisation'],
    ['supplier Northwind Castings', 'Northwind Castings', 'organisation'],
    ['service `payments`', 'payments', 'system'],
    ['供应商华星', '华星', 'organisation'],
    ['供应商华星科技', '华星科技', 'organisation'],
    ['客户Acme', 'Acme', 'organisation'],
    ['服务 payments', 'payments', 'system'],
    ['项目 Falcon', 'Falcon', 'project'],
    ['项目“极光”', '极光', 'project'],
  ])('is told of %s', (name, rest, kind) => expect(readNamedKind(name)).toEqual({ name: rest, kind }))

  it('is told at the start of a sentence, where its capital says nothing', () => {
    expect(readNamedKindAtStart('Customer Acme')).toEqual({ name: 'Acme', kind: 'organisation' })
    expect(readNamedKindAtStart('Customer Success')).toBeUndefined()
  })

  it.each([
    'Customer Success',
    'customer success team',
    'Falcon project',
    'supplier list',
    '客户满意度',
    '客户支持部',
    '供应商名单',
    '供应商管理系统',
    '服务台',
    '系统集成部',
    '产品手册',
  ])('is part of the name in %s', (name) => expect(readNamedKind(name)).toBeUndefined())
})
