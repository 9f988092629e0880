import type { Comparison } from '@parley/knowledge'
import type { Insertable } from 'kysely'
import type { Database } from '../store/database'
import type { DocumentFindingTable, FindingDetail } from '../store/health-tables'
import { jsonText } from '../store/json-text'

export interface Findings {
  readonly workspaceId: string
  readonly comparison: Comparison
  /** When it was begun: what has changed since is compared again. */
  readonly at: Date
}

type Finding = Insertable<DocumentFindingTable>

/** More is nobody's to look through. */
const MOST_FINDINGS = 5_000

/** Replaces what was found before; what somebody has dismissed stays dismissed. */
export async function storeFindings(rows: Database, { workspaceId, comparison, at }: Findings): Promise<void> {
  await rows.transaction().execute(async (transaction) => {
    const former = await transaction
      .selectFrom('document_findings')
      .select(['document_id', 'other_id', 'kind', 'dismissed_for'])
      .where('workspace_id', '=', workspaceId)
      .where('dismissed_for', 'is not', null)
      .execute()
    const dismissed = new Map(former.map((row) => [keyOf(row), row.dismissed_for]))
    await transaction.deleteFrom('document_findings').where('workspace_id', '=', workspaceId).execute()
    for (const finding of (await stillThere(transaction, findingsOf(workspaceId, comparison))).slice(
      0,
      MOST_FINDINGS,
    )) {
      const dismissed_for = dismissed.get(keyOf(finding)) ?? null
      await transaction
        .insertInto('document_findings')
        .values({ ...finding, dismissed_for })
        .execute()
    }
    await transaction
      .insertInto('document_checks')
      .values({ workspace_id: workspaceId, checked_at: at })
      .onConflict((conflict) => conflict.column('workspace_id').doUpdateSet({ checked_at: at }))
      .execute()
  })
}

const keyOf = ({ document_id, other_id, kind }: Pick<Finding, 'document_id' | 'other_id' | 'kind'>) =>
  `${document_id} ${other_id} ${kind}`

function findingsOf(workspaceId: string, { doubles, contradictions }: Comparison): Finding[] {
  const finding = (kind: Finding['kind'], ids: readonly [string, string], detail: FindingDetail): Finding => ({
    ...{ document_id: ids[0], other_id: ids[1], kind, workspace_id: workspaceId, detail: jsonText(detail) },
  })
  return [
    ...contradictions.map(({ one, other }) => {
      const [first, second] = one.documentId < other.documentId ? [one, other] : [other, one]
      const quotes = [first, second].map(({ text, start }) => ({ text, start }))
      return finding('contradiction', [first.documentId, second.documentId], { quotes })
    }),
    ...doubles.map(({ ids: [one, other], likeness }) =>
      finding('double', one < other ? [one, other] : [other, one], { likeness }),
    ),
  ]
}

/** Documents may have gone while they were compared. */
async function stillThere(rows: Database, findings: readonly Finding[]): Promise<Finding[]> {
  const ids = [...new Set(findings.flatMap(({ document_id, other_id }) => [document_id, other_id]))]
  if (ids.length === 0) return []
  const found = await rows.selectFrom('documents').select('id').where('id', 'in', ids).forKeyShare().execute()
  const there = new Set(found.map(({ id }) => id))
  return findings.filter(({ document_id, other_id }) => there.has(document_id) && there.has(other_id))
}
