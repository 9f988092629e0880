import type { QuestionId } from '@parley/protocol'
import { useServices } from '../../app/use-services'
import { Feedback } from '../assistant/feedback'

/** Whether an answer that only its reader has seen was right. */
export function AnswerJudgement({ questionId }: { questionId: QuestionId }) {
  const { client } = useServices()
  return <Feedback give={(isHelpful) => client.command('questions.judge', { questionId, isHelpful })} />
}
