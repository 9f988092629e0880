import { z } from 'zod'

export const Instant = z.iso.datetime({ offset: true }).meta({ description: 'RFC 3339 date and time' })
