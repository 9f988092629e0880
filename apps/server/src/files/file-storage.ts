import type { Readable } from 'node:stream'

/** Bytes of a file, both ends included. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * Where the bytes of files lie, under keys: a directory, or a bucket of an S3-compatible service. What a key means
 * (whose file it is, who may read it) is not its business.
 */
export interface FileStorage {
  /** Stores what lies at the path: durably, and whole or not at all. What the key held before is replaced. */
  put(key: string, path: string): Promise<void>
  /** null: there is nothing under this key. The range must lie within the file. */
  open(key: string, range?: ByteRange): Promise<Readable | null>
  /** In bytes; null: there is nothing under this key. */
  size(key: string): Promise<number | null>
  /** All of them, in no order; what comes or goes meanwhile may be among them or not. */
  keys(): AsyncIterable<string>
  /** What is not there is removed already. */
  remove(key: string): Promise<void>
}

/** Letters, digits, `-` and `_`, in up to four folders: nothing that a file system or an address could misread. */
const KEY = /^[\w-]+(?:\/[\w-]+){0,3}$/

export function requireKey(key: string): string {
  if (!KEY.test(key) || key.length > 200) throw new Error(`${JSON.stringify(key)} is no key of a file`)
  return key
}
