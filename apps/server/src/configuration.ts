import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { z } from 'zod'
import { type logLevels, secretVariables, variables } from './configuration-variables'
import type { S3Settings } from './files/s3-storage'

/** Everything that a person can set from outside, checked. Paths are absolute. */
export interface Configuration {
  readonly port: number
  readonly host: string
  readonly dataDirectory: string
  readonly databaseUrl?: string
  readonly modelDirectory?: string
  readonly firstAdministrator?: { readonly email: string; readonly password: string }
  readonly isDemo: boolean
  readonly hasRateLimits: boolean
  readonly readsSentiment: boolean
  readonly questionDays: number
  readonly push?: { readonly contact: string; readonly mayHaveContent: boolean; readonly allowsPrivate: boolean }
  readonly publicUrl?: string
  readonly trustedProxies: readonly string[]
  readonly hookHosts: readonly string[]
  readonly sourceDirectories: readonly string[]
  readonly sourceHosts: readonly string[]
  readonly allowsOfflineCopies: boolean
  readonly maxFileBytes: number
  /** Given: uploaded files lie there. */
  readonly s3?: S3Settings
  /** The first one seals. Empty: the one of the data directory does. */
  readonly secretKeys: readonly Buffer[]
  readonly logLevel: (typeof logLevels)[number]
}

/** Names every variable that is wrong, and why, one a line. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'

  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'))
  }
}

/**
 * Reads the configuration from environment variables; an empty one counts as not set.
 * @throws ConfigurationError
 */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  const result = variables.safeParse(effectiveValues(environment))
  if (!result.success) {
    throw new ConfigurationError(result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`))
  }
  return toConfiguration(result.data)
}

function effectiveValues(environment: NodeJS.ProcessEnv): Record<string, string | undefined> {
  const values = Object.keys(variables.shape).map((name) => [
    name,
    environment[name] || secretFromFile(name, environment),
  ])
  return { ...Object.fromEntries(values), PARLEY_PORT: environment.PARLEY_PORT || environment.PORT || undefined }
}

function secretFromFile(name: string, environment: NodeJS.ProcessEnv): string | undefined {
  const file = environment[`${name}_FILE`]
  if (!file || !secretVariables.some((secret) => secret === name)) return undefined
  try {
    return readFileSync(file, 'utf8').trimEnd()
  } catch (error) {
    throw new ConfigurationError([
      `${name}_FILE: ${file} cannot be read (${error instanceof Error ? error.message : error})`,
    ])
  }
}

function toConfiguration(values: z.output<typeof variables>): Configuration {
  const { PARLEY_ADMIN_EMAIL: email, PARLEY_ADMIN_PASSWORD: password } = values
  if ((email === undefined) !== (password === undefined)) {
    throw new ConfigurationError(['PARLEY_ADMIN_EMAIL and PARLEY_ADMIN_PASSWORD must be set together'])
  }
  const push = toPush(values)
  return {
    port: values.PARLEY_PORT,
    host: values.PARLEY_HOST,
    dataDirectory: path.resolve(values.PARLEY_DATA_DIR),
    isDemo: values.PARLEY_DEMO,
    hasRateLimits: values.PARLEY_RATE_LIMITS,
    readsSentiment: values.PARLEY_SENTIMENT,
    questionDays: values.PARLEY_QUESTION_DAYS,
    trustedProxies: values.PARLEY_TRUSTED_PROXIES,
    hookHosts: values.PARLEY_HOOK_HOSTS,
    sourceDirectories: values.PARLEY_SOURCE_DIRECTORIES,
    sourceHosts: values.PARLEY_SOURCE_HOSTS,
    allowsOfflineCopies: values.PARLEY_OFFLINE_COPIES,
    ...(values.PARLEY_PUBLIC_URL !== undefined && { publicUrl: values.PARLEY_PUBLIC_URL }),
    maxFileBytes: values.PARLEY_FILE_LIMIT_MB * 1_000_000,
    ...s3Settings(values),
    secretKeys: values.PARLEY_SECRET_KEY.map((key) => Buffer.from(key, 'base64')),
    logLevel: values.PARLEY_LOG_LEVEL,
    ...(values.DATABASE_URL !== undefined && { databaseUrl: values.DATABASE_URL }),
    ...(values.PARLEY_MODEL_DIR !== undefined && { modelDirectory: path.resolve(values.PARLEY_MODEL_DIR) }),
    ...(push && { push }),
    ...(email !== undefined && password !== undefined && { firstAdministrator: { email, password } }),
  }
}

function toPush(values: z.output<typeof variables>): Configuration['push'] {
  const { PARLEY_PUSH: kind, PARLEY_PUSH_CONTACT: contact, PARLEY_PUSH_PRIVATE: allowsPrivate } = values
  if (kind === 'off') return undefined
  if (contact === undefined) throw new ConfigurationError(['PARLEY_PUSH needs PARLEY_PUSH_CONTACT'])
  return { contact, mayHaveContent: kind === 'content', allowsPrivate }
}

function s3Settings(values: z.output<typeof variables>): { readonly s3?: S3Settings } {
  const { PARLEY_S3_BUCKET: bucket, PARLEY_S3_ACCESS_KEY_ID: accessKeyId } = values
  const secretAccessKey = values.PARLEY_S3_SECRET_ACCESS_KEY
  if (bucket === undefined) return {}
  if (accessKeyId === undefined || secretAccessKey === undefined) {
    throw new ConfigurationError(['PARLEY_S3_BUCKET needs PARLEY_S3_ACCESS_KEY_ID and PARLEY_S3_SECRET_ACCESS_KEY'])
  }
  const place = {
    endpoint: values.PARLEY_S3_ENDPOINT,
    region: values.PARLEY_S3_REGION,
    prefix: values.PARLEY_S3_PREFIX,
  }
  return { s3: { bucket, accessKeyId, secretAccessKey, ...place } }
}
