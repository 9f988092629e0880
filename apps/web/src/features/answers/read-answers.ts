import type { CuratedAnswerId, QueryAnswer } from '@parley/protocol'

type Answers = QueryAnswer<'answers.list'>
export type ReadPage = (before?: CuratedAnswerId) => Promise<Answers>

/** Page after page until so many are there, or no more. */
export async function readAnswers(readPage: ReadPage, wanted: number): Promise<Answers> {
  let all = await readPage()
  while (all.hasMore && all.answers.length < wanted) all = appendAnswers(all, await readPage(all.answers.at(-1)?.id))
  return all
}

/** Each once, also when what is known was read again meanwhile. */
export function appendAnswers(known: Answers, page: Answers): Answers {
  const ids = new Set(known.answers.map(({ id }) => id))
  return { ...page, answers: [...known.answers, ...page.answers.filter(({ id }) => !ids.has(id))] }
}
