import { isIP } from 'node:net'
import path from 'node:path'
import { z } from 'zod'

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const

const switchValue = z
  .enum(['1', 'true', 'yes', 'on', '0', 'false', 'no', 'off'])
  .transform((value) => ['1', 'true', 'yes', 'on'].includes(value))

/** What 32 random bytes look like in base64. */
const KEY = /^[A-Za-z0-9+/]{43}=?$/

const entriesOf = (value: string): string[] => value.split(',').flatMap((entry) => entry.trim() || [])

const isProxy = (entry: string): boolean => {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(entry)) return true
  const [address = '', prefix] = entry.split('/')
  const version = isIP(address)
  return (
    version !== 0 && (prefix === undefined || (/^\d+$/.test(prefix) && Number(prefix) <= (version === 6 ? 128 : 32)))
  )
}

/** An environment variable: what it means to an administrator stands in `description`. */
export const variables = z.object({
  PARLEY_PORT: z.coerce
    .number()
    .int()
    .min(0)
    .max(65_535)
    .default(8060)
    .describe('TCP port to listen on; 0 takes any free one. When it is not set, `PORT` is used.'),
  PARLEY_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address to listen on. `0.0.0.0` lets other machines connect: put TLS in front of it.'),
  PARLEY_DATA_DIR: z
    .string()
    .default('./data')
    .describe('Directory of everything that Parley stores: the bundled database, files, `server.pid`.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgresql://')
    .optional()
    .describe(
      'A PostgreSQL server of your own, 15 or newer, with a UTF8 database. Without it the bundled one is started.',
    ),
  PARLEY_MODEL_DIR: z
    .string()
    .optional()
    .describe("Directory of the encoder's files. Without it the user's cache directory is used."),
  PARLEY_ADMIN_EMAIL: z
    .email()
    .optional()
    .describe('E-mail address of the first administrator, made at the first start. Goes with `PARLEY_ADMIN_PASSWORD`.'),
  PARLEY_ADMIN_PASSWORD: z
    .string()
    .min(10, 'must have at least 10 characters')
    .optional()
    .describe('Password of the first administrator. Goes with `PARLEY_ADMIN_EMAIL`.'),
  PARLEY_DEMO: switchValue.default(false).describe('`1` fills an empty server with a demonstration workspace.'),
  PARLEY_RATE_LIMITS: switchValue
    .default(true)
    .describe(
      'Limits of each person: 60 messages at once and 10 a second, 20 questions at once and 1 a second, and likewise ' +
        'other changes and connections. `off` lifts them, for measuring and for imports.',
    ),
  PARLEY_SENTIMENT: switchValue
    .default(true)
    .describe(
      '`off`: neither sentiment nor emotion is read out of messages. Acts, urgency and politeness still are. See `docs/security.md`.',
    ),
  PARLEY_QUESTION_DAYS: z.coerce
    .number()
    .int()
    .min(0)
    .max(3_650)
    .default(180)
    .describe(
      'How many days it is kept what was asked of the assistant and what became of it, for those who look after the ' +
        'knowledge base. `0`: nothing is noted. See `docs/security.md`.',
    ),
  PARLEY_PUSH: z
    .enum(['off', 'notice', 'content'])
    .default('off')
    .describe(
      'Notifications to browsers while no page is open (Web Push). They go through the push service of the browser’s ' +
        'maker, encrypted for the browser. `notice` says only that there is a message, `content` also who wrote what. ' +
        '`off`: nothing leaves this machine. Goes with `PARLEY_PUSH_CONTACT`.',
    ),
  PARLEY_PUSH_CONTACT: z
    .string()
    .regex(/^(mailto:.+@.+|https:\/\/.+)$/, 'must begin with mailto: or https://')
    .optional()
    .describe('Whom push services may ask about this server, such as `mailto:admin@example.org`.'),
  PARLEY_PUSH_PRIVATE: switchValue
    .default(false)
    .describe('`1` also lets push services on plain HTTP and in the server’s own network be called.'),
  PARLEY_PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address at which people and other servers reach Parley. Without it, the one it listens on.'),
  PARLEY_TRUSTED_PROXIES: z
    .string()
    .default('loopback')
    .transform(entriesOf)
    .refine(
      (entries) => entries.every(isProxy),
      'must be addresses, networks, `loopback`, `linklocal` or `uniquelocal`',
    )
    .describe(
      'Proxies that are believed when `X-Forwarded-For` says for whom they ask: addresses or networks, separated by ' +
        'commas (`loopback, 10.1.0.2`). `loopback` is this machine, `uniquelocal` all private networks. Wrong passwords are ' +
        'counted by that address.',
    ),
  PARLEY_HOOK_HOSTS: z
    .string()
    .default('')
    .transform(entriesOf)
    .describe(
      'What webhooks may reach beside the internet: host names, addresses or networks, separated by commas ' +
        '(`ci.internal, 10.1.0.0/16`). Addresses of this machine and of private networks are refused otherwise.',
    ),
  PARLEY_SOURCE_DIRECTORIES: z
    .string()
    .default('')
    .transform(entriesOf)
    .refine((directories) => directories.every(path.isAbsolute), 'must be absolute paths')
    .describe(
      'Directories of this machine beneath which administrators may let folders and Git repositories be taken into the ' +
        'knowledge base, separated by commas (`/srv/handbook, /mnt/share`). Without it, none.',
    ),
  PARLEY_SOURCE_HOSTS: z
    .string()
    .default('')
    .transform(entriesOf)
    .describe(
      'From where websites and Git repositories may be taken into the knowledge base beside the internet: host names, ' +
        'addresses or networks, separated by commas (`wiki.internal, 10.1.0.0/16`).',
    ),
  PARLEY_OFFLINE_COPIES: switchValue
    .default(true)
    .describe(
      'Whether browsers may keep recent messages on the device, to be read without a connection. `off`: they keep none, ' +
        'and drop what they have as soon as they reach the server again.',
    ),
  PARLEY_FILE_LIMIT_MB: z.coerce
    .number()
    .int()
    .min(1)
    .max(5_000)
    .default(100)
    .describe('The largest file that people may upload, in megabytes.'),
  PARLEY_S3_BUCKET: z
    .string()
    .optional()
    .describe(
      'A bucket of an S3-compatible service for uploaded files. Without it they lie in `files` of the data directory. ' +
        'Goes with `PARLEY_S3_ACCESS_KEY_ID` and `PARLEY_S3_SECRET_ACCESS_KEY`.',
    ),
  PARLEY_S3_ENDPOINT: z
    .url()
    .optional()
    .describe("The service's address, such as `https://minio.example.org`. Without it, Amazon's."),
  PARLEY_S3_REGION: z.string().default('us-east-1').describe("The bucket's region; services of your own seldom care."),
  PARLEY_S3_PREFIX: z
    .string()
    .regex(/^[\w-]+(\/[\w-]+)*\/$/, 'must be folders that end with /')
    .optional()
    .describe('Before the names of all objects, when several servers share a bucket: `parley/`.'),
  PARLEY_S3_ACCESS_KEY_ID: z.string().optional().describe('Access key of the S3 service.'),
  PARLEY_S3_SECRET_ACCESS_KEY: z.string().optional().describe('Secret key of the S3 service.'),
  PARLEY_SECRET_KEY: z
    .string()
    .default('')
    .transform(entriesOf)
    .refine((keys) => keys.every((key) => KEY.test(key)), 'must be 32 bytes in base64: openssl rand -base64 32')
    .describe(
      'Key that secrets in the database (of webhooks, commands, private repositories, Web Push) are sealed with: 32 random bytes ' +
        'in base64, as of `openssl rand -base64 32`. Several, separated by commas: the first one seals, the others still open. ' +
        'Without it, `secret.key` of the data directory, made at the first start.',
    ),
  PARLEY_LOG_LEVEL: z.enum(logLevels).default('info').describe('How much is logged.'),
})

export type VariableName = keyof typeof variables.shape

/** Variables that may instead be read from the file named in `<NAME>_FILE`. */
export const secretVariables: readonly VariableName[] = [
  'DATABASE_URL',
  'PARLEY_ADMIN_PASSWORD',
  'PARLEY_S3_ACCESS_KEY_ID',
  'PARLEY_S3_SECRET_ACCESS_KEY',
  'PARLEY_SECRET_KEY',
]

export interface VariableDescription {
  readonly name: string
  readonly description: string
  readonly defaultValue?: string
}

/** What `docs/configuration.md` is made from. */
export function describeVariables(): VariableDescription[] {
  const defaults = new Map(Object.entries(variables.parse({})))
  return Object.entries(variables.shape).map(([name, schema]) => {
    const value = defaults.get(name)
    const defaultValue = value === undefined || String(value) === '' ? {} : { defaultValue: shownValue(value) }
    return { name, description: schema.description ?? '', ...defaultValue }
  })
}

const shownValue = (value: string | number | boolean | readonly string[]): string =>
  typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value)
