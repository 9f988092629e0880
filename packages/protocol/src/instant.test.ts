import { expect, test } from 'vitest'
import { Instant } from './instant'

test.each(['2024-02-29T12:00:00Z', '0001-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '2024-01-01T00:00:00+08:00'])(
  '%s is taken',
  (time) => expect(Instant.parse(time)).toBe(time),
)

test.each(['0000-01-01T00:00:00Z', '0001-01-01T00:00:00+08:00', '9999-12-31T23:59:59-08:00', '2024-02-30T00:00:00Z'])(
  '%s is not',
  (time) => expect(Instant.safeParse(time).success).toBe(false),
)
