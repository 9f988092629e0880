import type { StoredVectors, UnitVectors, VectorPlace } from '@parley/knowledge'
import { sql } from 'kysely'
import type { Database } from '../store/database'

interface Row {
  /** Null where the document is gone. */
  readonly passage: Buffer | null
  readonly units: Buffer | null
}

/** The vectors of units stay in the documents' rows: a question asks for those of a handful of passages. */
export function storedUnitVectors(rows: Database): UnitVectors {
  return {
    size: 0,
    keep: () => undefined,
    forget: () => undefined,
    async read(places) {
      if (places.length === 0) return []
      const found = await select(places).execute(rows)
      return found.rows.map(asVectors)
    },
  }
}

function select(places: readonly VectorPlace[]) {
  const column = (of: (place: VectorPlace) => number) => sql`${places.map(of)}::int[]`
  return sql<Row>`
    select substring(index_vectors from passage * stride + 1 for stride) as passage,
      substring(index_vectors from first_unit * stride + 1 for unit_count * stride) as units
    from unnest(${places.map(({ documentId }) => documentId)}::uuid[], ${column(({ passage }) => passage)},
      ${column(({ firstUnit }) => firstUnit)}, ${column(({ unitCount }) => unitCount)}, ${column(({ stride }) => stride)})
      with ordinality as place(document_id, passage, first_unit, unit_count, stride, position)
    left join documents on documents.id = place.document_id
    order by position`
}

function asVectors({ passage, units }: Row): StoredVectors | undefined {
  return passage && units ? { passage, units } : undefined
}
