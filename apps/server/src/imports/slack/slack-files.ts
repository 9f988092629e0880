import type { Readable } from 'node:stream'
import { type ImportProblem, ParleyError } from '@parley/protocol'
import type { z } from 'zod'
import type { OnProblem } from '../archive'
import { unfitFields } from '../unfit-fields'
import type { ZipArchive } from '../zip-archive'

/** The files of a Slack export's zip, and the lists that its JSON holds. */
export class SlackFiles {
  /** Some tools wrap the export into a folder. */
  readonly root: string

  constructor(
    private readonly zip: ZipArchive,
    private readonly onProblem: OnProblem,
  ) {
    this.root = findRoot(zip)
  }

  /** Of every file of the export, below its root. */
  *paths(): Iterable<string> {
    for (const path of this.zip.entries.keys()) if (path.startsWith(this.root)) yield path.slice(this.root.length)
  }

  readonly has = (path: string): boolean => this.zip.entries.has(this.root + path)
  readonly sizeOf = (path: string): number | null => this.zip.entries.get(this.root + path)?.size ?? null
  readonly open = (path: string): Promise<Readable> => this.zip.open(this.root + path)

  /** The entries of a list that can be read; the others are reported, each with its number. */
  async readList<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>[]> {
    if (!this.has(path)) return []
    const values = await this.readArray(path)
    return values.flatMap((value, index) => {
      const result = schema.safeParse(value)
      if (result.success) return [result.data]
      this.report(`${path}#${index + 1}`, 'unreadable_line', unfitFields(result.error))
      return []
    })
  }

  /** The entries that can be read, and no word of the others: for a first look at what is read once more. */
  async readQuietly<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>[]> {
    const value: unknown = await this.zip
      .readText(this.root + path)
      .then(JSON.parse)
      .catch(() => [])
    const values: unknown[] = Array.isArray(value) ? value : []
    return values.flatMap((one) => schema.safeParse(one).data ?? [])
  }

  /** One file that cannot be read costs its own entries and no others. */
  private async readArray(path: string): Promise<unknown[]> {
    try {
      const value: unknown = JSON.parse(await this.zip.readText(this.root + path))
      if (Array.isArray(value)) return value
      this.report(path, 'not_a_list', '')
    } catch (error) {
      this.report(path, error instanceof SyntaxError ? 'not_json' : 'unreadable_file', '')
    }
    return []
  }

  report(path: string, problem: ImportProblem, detail: string): void {
    this.onProblem({ place: this.root + path, problem, detail })
  }
}

function findRoot(zip: ZipArchive): string {
  const lists = [...zip.entries.keys()].filter((path) => /(^|\/)(channels|groups|dms|mpims|users)\.json$/.test(path))
  const shortest = lists.sort((one, other) => one.length - other.length)[0]
  if (shortest === undefined) throw new ParleyError('unreadable_archive', { reason: 'not_slack', detail: '' })
  return shortest.replace(/[^/]*$/, '')
}
