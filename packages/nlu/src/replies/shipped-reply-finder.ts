import { ReplyFinder } from './reply-finder'
import model from './reply-model.json'

/** As it was trained on what `docs/models.md` names. */
export function shippedReplyFinder(): ReplyFinder {
  return new ReplyFinder(model)
}
