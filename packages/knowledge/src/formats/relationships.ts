import type { Archive } from './open-archive'
import { parseXml } from './parse-xml'

/** Of a part of an office file: id → path of the part that it points to. */
export async function relationshipsOf(archive: Archive, part: string): Promise<ReadonlyMap<string, string>> {
  const slash = part.lastIndexOf('/') + 1
  const folder = part.slice(0, slash)
  const name = `${folder}_rels/${part.slice(slash)}.rels`
  if (!archive.has(name)) return new Map()
  const { children } = await parseXml(archive.text(name))
  return new Map(children.map(({ attributes }) => [attributes.Id ?? '', resolve(folder, attributes.Target ?? '')]))
}

/** `../charts/a.xml` from `ppt/slides/` is `ppt/charts/a.xml`. */
function resolve(folder: string, target: string): string {
  return new URL(target, `zip:/${folder}`).pathname.slice(1)
}
