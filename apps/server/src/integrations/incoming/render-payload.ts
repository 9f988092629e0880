import { showAttachment, showLinks } from '../../slack-format/show-links'
import {
  type SlackAttachment,
  type SlackBlock,
  slackMessageToMarkdown,
} from '../../slack-format/slack-message-to-markdown'
import type { SlackNames } from '../../slack-format/slack-names'
import type { SlackPayload } from './slack-payload'

/** A payload as the Markdown of a message; empty when it says nothing. */
export function renderPayload({ text, mrkdwn, blocks, attachments }: SlackPayload, names: SlackNames): string {
  const content = {
    text: text ?? '',
    mrkdwn,
    blocks: showLinks(blocks) as SlackBlock[],
    attachments: attachments.map(showAttachment) as SlackAttachment[],
  }
  return slackMessageToMarkdown(content, names)
}
