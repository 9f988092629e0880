import { type CommandAnswer, type CommandInput, ParleyError, RULE_NAME_LIMIT, RuleDefinition } from '@parley/protocol'
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
    const known = await readKnownValues(rows, actor)
    const all = await readRuleRows(rows, actor.workspaceId)
    const idOf = new Map(all.map(({ name, id }) => [name.toLowerCase(), id]))
    for (const { name, definition, isOn } of file.rules) {
      refuseFaulty(name, definition, known)
      const ruleId = idOf.get(name.toLowerCase())
      const row = await storeRule(rows, actor, store.now(), { name, definition, isOn, ...(ruleId && { ruleId }) }, all)
      if (!ruleId) all.push(row)
    }
    await refuseTooMuch(rows, actor)
    const changed = file.rules.filter(({ name }) => idOf.has(name.toLowerCase())).length
    return { added: file.rules.length - changed, changed }
  })
  await rules.use()
  return counts
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
