import { type CommandCall, CommandProblem } from './command-call'
import { type NamedPerson, namesIn } from './names-in'
import { tellApart } from './only-one'
import { type PersonNamed, personAtStart } from './person-at-start'
import { withoutName } from './without-name'

/** "review @Li's draft", 审阅 @李娜 的草稿: whose it is, not who is to do it. */
const OWNS = /^(?:['’]s(?!\p{L})|\s*的(?!话))/u

/**
 * Who is to do what words say: whom they begin with, or the one person that they name anywhere.
 * @throws CommandProblem where a name is nobody's, or several people are named
 */
export async function personAnywhere(call: CommandCall): Promise<PersonNamed> {
  const first = await personAtStart(call)
  if (first.userId) return first
  const { words, text } = call
  const named: NamedPerson[] = []
  for await (const name of namesIn(call)) if (!OWNS.test(words.slice(name.end))) named.push(name)
  const [userId, ...others] = new Set(named.map((name) => name.userId))
  if (!userId) return first
  if (others.length === 0) return { userId, rest: named.reduceRight(withoutName, words) }
  throw new CommandProblem(text('web.commands.task.several', { names: tellApart(call, [userId, ...others]) }))
}
