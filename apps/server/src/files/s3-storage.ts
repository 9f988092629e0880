import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import type { S3ClientConfig } from '@aws-sdk/client-s3'
import { type ByteRange, type FileStorage, requireKey } from './file-storage'

export interface S3Settings {
  readonly bucket: string
  /** Of a service that is not Amazon's: `https://minio.example.org`. */
  readonly endpoint?: string | undefined
  readonly region: string
  /** Before every key, when several share a bucket. */
  readonly prefix?: string | undefined
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** Files in a bucket of an S3-compatible service. Every call is tried again by the client, three times in all. */
export async function createS3Storage(settings: S3Settings): Promise<FileStorage> {
  // Loaded by those who use it: others need not keep megabytes of it in memory.
  const {
    DeleteObjectCommand,
    GetObjectCommand,
    HeadObjectCommand,
    NoSuchKey,
    NotFound,
    paginateListObjectsV2,
    PutObjectCommand,
    S3Client,
  } = await import('@aws-sdk/client-s3')
  const client = new S3Client(clientConfiguration(settings))
  const objectOf = (key: string) => ({ Bucket: settings.bucket, Key: `${settings.prefix ?? ''}${requireKey(key)}` })
  return {
    put: async (key, path) => {
      const { size } = await stat(path)
      // A service shows an object when all of it is there.
      const body = { Body: createReadStream(path), ContentLength: size, ContentType: 'application/octet-stream' }
      await client.send(new PutObjectCommand({ ...objectOf(key), ...body }))
    },
    open: async (key, range) => {
      const wanted = { ...objectOf(key), ...(range && { Range: headerOf(range) }) }
      try {
        const { Body } = await client.send(new GetObjectCommand(wanted))
        return (Body as Readable | undefined) ?? null
      } catch (error) {
        if (error instanceof NoSuchKey) return null
        throw error
      }
    },
    size: async (key) => {
      try {
        return (await client.send(new HeadObjectCommand(objectOf(key)))).ContentLength ?? null
      } catch (error) {
        if (error instanceof NotFound || error instanceof NoSuchKey) return null
        throw error
      }
    },
    keys: async function* () {
      const { bucket, prefix = '' } = settings
      for await (const page of paginateListObjectsV2({ client }, { Bucket: bucket, Prefix: prefix })) {
        for (const { Key } of page.Contents ?? []) if (Key) yield Key.slice(prefix.length)
      }
    },
    remove: async (key) => {
      await client.send(new DeleteObjectCommand(objectOf(key)))
    },
  }
}

const headerOf = ({ start, end }: ByteRange) => `bytes=${start}-${end}`

function clientConfiguration({ endpoint, region, accessKeyId, secretAccessKey }: S3Settings): S3ClientConfig {
  return {
    region,
    credentials: { accessKeyId, secretAccessKey },
    // Buckets as host names need a domain that only Amazon's have by nature.
    ...(endpoint && { endpoint, forcePathStyle: true }),
    // Newer checksums are Amazon's own; not every compatible service knows them.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  }
}
