import { z } from 'zod'
import { command, query } from '../endpoint'
import { FileInfo, Instant } from '../entities'
import { ChannelId, FileId, MessageId, UserId } from '../ids'
import { nameText } from '../line-text'

/** How far an upload has come. Bytes follow by `PUT /api/files/<fileId>?offset=<offset>`, which answers the same. */
export const UploadState = z.object({
  fileId: FileId,
  /** So many bytes are here: the next ones begin with this one. */
  offset: z.int(),
  /** The file, when all of it is here and was looked at. */
  file: FileInfo.nullable(),
})
export type UploadState = z.infer<typeof UploadState>

export const beginFile = command('files.begin', {
  summary: 'Announce a file to upload. Doing so again under the same clientFileId says where to go on',
  access: 'signed-in',
  body: z.object({
    clientFileId: z.guid(),
    name: nameText(200),
    size: z.int().min(0),
  }),
  answer: UploadState,
  errors: ['file_too_large', 'too_many_uploads', 'storage_full', 'text_too_long', 'text_not_storable'],
})

export const discardFile = command('files.discard', {
  summary: 'Drop a file of your own that was not sent',
  access: 'signed-in',
  body: z.object({ fileId: FileId }),
  answer: z.object({}),
  errors: ['not_found'],
})

export const getFile = query('files.get', {
  summary: 'What a file is',
  access: 'signed-in',
  input: z.object({ fileId: FileId }),
  answer: z.object({
    file: FileInfo,
    /** Whether a message shows it. */
    isSent: z.boolean().default(true),
  }),
  errors: ['not_found'],
})

export const FileKind = z.enum(['image', 'document', 'other'])
export type FileKind = z.infer<typeof FileKind>

/** A file with the message that shows it. */
export const SharedFile = z.object({
  file: FileInfo,
  messageId: MessageId,
  channelId: ChannelId,
  threadId: MessageId.nullable(),
  isAlsoInChannel: z.boolean(),
  /** The message's. */
  seq: z.int(),
  authorId: UserId,
  sentAt: Instant,
})
export type SharedFile = z.infer<typeof SharedFile>

export const listFiles = query('files.list', {
  summary: "A channel's files, threads included, newest first; `before` is the last file of the page before",
  access: 'signed-in',
  input: z.object({
    channelId: ChannelId,
    kind: FileKind.optional(),
    before: FileId.optional(),
    limit: z.coerce.number().int().min(1).max(100).default(30),
  }),
  answer: z.object({ files: z.array(SharedFile) }),
  errors: ['not_found', 'not_a_member'],
})
