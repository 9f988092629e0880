import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { commands, queries } from './endpoints'
import { ErrorBody } from './error-body'
import { errorTable } from './errors'
import { Event, HeartbeatFrame, ResumeFrame } from './events'

type Parts = Readonly<Record<string, unknown>>

const schemaOf = (schema: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(schema, { io, unrepresentable: 'any' })

function fingerprintOf(part: unknown): string {
  return createHash('sha256').update(JSON.stringify(part)).digest('hex').slice(0, 16)
}

function wireParts(): Parts {
  const parts: Record<string, unknown> = {
    'error body': schemaOf(ErrorBody, 'input'),
    'error table': errorTable,
    'frame heartbeat': schemaOf(HeartbeatFrame, 'input'),
    'frame resume': schemaOf(ResumeFrame, 'input'),
  }
  for (const { kind, name, access, body, answer } of Object.values(commands)) {
    parts[`${kind} ${name}`] = [access, schemaOf(body, 'input'), schemaOf(answer, 'output')]
  }
  for (const { kind, name, access, input, answer } of Object.values(queries)) {
    parts[`${kind} ${name}`] = [access, schemaOf(input, 'input'), schemaOf(answer, 'output')]
  }
  for (const event of Event.options) parts[`event ${event.shape.type.value}`] = schemaOf(event, 'output')
  return parts
}

describe('what goes over the wire', () => {
  it('changes only on purpose: run vitest with -u, and look at the difference, when it should', async () => {
    const fingerprints = Object.entries(wireParts()).map(([name, part]) => [name, fingerprintOf(part)] as const)
    const sorted = Object.fromEntries(fingerprints.toSorted(([one], [other]) => (one < other ? -1 : 1)))
    await expect(`${JSON.stringify(sorted, null, 2)}\n`).toMatchFileSnapshot('../wire-fingerprints.json')
  })

  it('has a fingerprint that notices a new field, a lost limit and another type', () => {
    const before = z.object({ text: z.string().max(10), number: z.int() })
    const changes = [
      before.extend({ more: z.string() }),
      before.extend({ text: z.string() }),
      before.extend({ number: z.number() }),
      before.partial(),
    ]
    const prints = [before, ...changes].map((schema) => fingerprintOf(schemaOf(schema, 'input')))
    expect(new Set(prints).size).toBe(prints.length)
  })

  it('names every endpoint by its key', () => {
    for (const [key, { name }] of Object.entries({ ...commands, ...queries })) expect(name).toBe(key)
  })

  it('declares only errors that the table has', () => {
    const declared = Object.values({ ...commands, ...queries }).flatMap((endpoint) => endpoint.errors)
    for (const code of declared) expect(errorTable).toHaveProperty(code)
  })
})
