import {
  type CommandAnswer,
  type CommandInput,
  MOST_RULES,
  ParleyError,
  RULE_NAME_LIMIT,
  RuleDefinition,
} from '@parley/protocol'
import { z } from 'zod'
import type { Actor } from '../../actor'
import type { Services } from '../../services'
import { readRuleRows } from '../../store/stored-rules'
import { readKnownValues, refuseFaulty, refuseTooMuch } from './check-rules'
import { storeRule } from './save-rule'

/** What `rules.list` and `parley rules export` write; what else stands in it is left alone. */
const RuleFile = z.object({
  rules: z.array(
    z.object({
      name: z.string().trim().min(1).max(RULE_NAME_LIMIT),
      definition: RuleDefinition,
      isOn: z.boolean().default(true),
    }),
  ),
})

/** All of them or none; one of a known name becomes a new version of that. */
export async function importRules(
  { store, rules }: Services,
  actor: Actor,
  { fileName, content }: CommandInput<'rules.import'>,
): Promise<CommandAnswer<'rules.import'>> {
  const file = readRuleFile(fileName, content)
  const counts = await store.write(actor.workspaceId, [actor.workspaceId], async ({ rows }) => {
    const known = await readKnownValues(
      rows,
      actor,
      file.rules.map(({ definition }) => definition),
    )
    const all = await readRuleRows(rows, actor.workspaceId)
    const idOf = new Map(all.map(({ name, id }) => [name.toLowerCase(), id]))
    const changed = file.rules.filter(({ name }) => idOf.has(name.toLowerCase())).length
    const added = file.rules.length - changed
    refuseTooMany(file.rules.length, all.length + added)
    for (const { name, definition, isOn } of file.rules) {
      refuseFaulty(name, definition, known)
      const ruleId = idOf.get(name.toLowerCase())
      const row = await storeRule(rows, actor, store.now(), { name, definition, isOn, ...(ruleId && { ruleId }) }, all)
      if (!ruleId) all.push(row)
    }
    await refuseTooMuch(rows, actor)
    return { added, changed }
  })
  await rules.use()
  return counts
}

/** Before the first is stored: a file may hold any number, and each costs several writes under the workspace's lock. */
function refuseTooMany(inFile: number, altogether: number): void {
  if (Math.max(inFile, altogether) > MOST_RULES) throw new ParleyError('too_many_rules', { limit: MOST_RULES })
}

function readRuleFile(file: string, content: string): z.infer<typeof RuleFile> {
  const parsed = RuleFile.safeParse(readJson(file, content))
  if (parsed.success) return parsed.data
  throw new ParleyError('rule_file_broken', { file, field: parsed.error.issues[0]?.path.join('.') ?? '' })
}

function readJson(file: string, content: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new ParleyError('rule_file_broken', { file, field: 'JSON' }, { cause: error })
  }
}
