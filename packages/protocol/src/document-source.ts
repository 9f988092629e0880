import { z } from 'zod'
import { CollectionId, SourceId, UserId } from './ids'
import { Instant } from './instant'
import { filledText } from './well-formed-text'

/** Which files of a source are taken, such as `docs/*.md`. None: all that can be read. */
const Patterns = z.array(filledText(200)).max(20).default([])

export const FolderSettings = z.object({
  kind: z.literal('folder'),
  /** Beneath one of the directories that the administrator allows. */
  directory: filledText(1_000),
  patterns: Patterns,
})

export const WebsiteSettings = z.object({
  kind: z.literal('website'),
  address: z.url({ protocol: /^https?$/ }).max(2_000),
  /** Only pages whose path begins so; without it, the folder of the address. */
  pathPrefix: z
    .string()
    .regex(/^\/\S*$/)
    .max(500)
    .nullable()
    .default(null),
  maxPages: z.int().min(1).max(5_000).default(500),
  /** Links from the address; 0: that page alone. */
  maxDepth: z.int().min(0).max(20).default(5),
  /** Between two requests; a site that asks for more gets it. */
  delayMs: z.int().min(0).max(60_000).default(500),
})

export const GitSettings = z.object({
  kind: z.literal('git'),
  /** `https://…`, or `file:///…` beneath a directory that the administrator allows. */
  address: z.url({ protocol: /^(https?|file)$/ }).max(2_000),
  /** Without it, the repository's own. */
  branch: z
    .string()
    .regex(/^(?![-./])[\w./+-]{1,200}$/)
    .nullable()
    .default(null),
  patterns: Patterns,
})

/** What a private repository is read with; it is kept and never shown again. */
export const SourceSecret = z.object({
  /** Of a token, whatever its server asks for. */
  username: z
    .string()
    .max(200)
    .regex(/^[^:\p{Cc}]*$/u)
    .default(''),
  password: z
    .string()
    .min(1)
    .max(1_000)
    .regex(/^[^\p{Cc}]+$/u),
})
export type SourceSecret = z.infer<typeof SourceSecret>

/** Programs hand documents in under keys of their own. */
export const ApiSettings = z.object({ kind: z.literal('api') })

export const SourceSettings = z.discriminatedUnion('kind', [FolderSettings, WebsiteSettings, GitSettings, ApiSettings])
export type SourceSettings = z.infer<typeof SourceSettings>
export type SourceKind = SourceSettings['kind']

export const SourceCounts = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  removed: z.int(),
  failed: z.int(),
})
export type SourceCounts = z.infer<typeof SourceCounts>

/** An error's code and parameters: what went wrong, for words in the reader's language. */
export const SourceFailure = z.object({ code: z.string(), parameters: z.record(z.string(), z.unknown()) })
export type SourceFailure = z.infer<typeof SourceFailure>

export const SourceRun = z.object({
  startedAt: Instant,
  finishedAt: Instant.nullable(),
  /** `asking`: it would remove so much that somebody has to say so; `partial`: more was there than is taken. */
  outcome: z.enum(['running', 'done', 'partial', 'failed', 'asking']),
  failure: SourceFailure.nullable(),
  counts: SourceCounts,
})
export type SourceRun = z.infer<typeof SourceRun>

/** Where documents of a collection come from by themselves. */
export const DocumentSource = z.object({
  id: SourceId,
  collectionId: CollectionId,
  name: z.string(),
  settings: SourceSettings,
  /** A password or token is kept for it. */
  hasSecret: z.boolean().default(false),
  /** With whose rights documents are taken in. */
  ownerId: UserId,
  isPaused: z.boolean(),
  /** null: only when somebody asks. */
  everyMinutes: z.int().nullable(),
  isWaiting: z.boolean(),
  lastRun: SourceRun.nullable(),
  nextRunAt: Instant.nullable(),
  documentCount: z.int(),
  failedCount: z.int(),
  /** Documents that are gone at the source, and stay here until somebody says that they may go. */
  heldRemovals: z.int(),
})
export type DocumentSource = z.infer<typeof DocumentSource>

/** A file, a page, a key: what a source holds, and what became of it here. */
export const SourceItem = z.object({
  key: z.string(),
  documentId: z.guid().nullable(),
  title: z.string().nullable(),
  failure: SourceFailure.nullable(),
  seenAt: Instant,
})
export type SourceItem = z.infer<typeof SourceItem>
