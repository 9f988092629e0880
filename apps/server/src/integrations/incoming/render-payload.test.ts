import { describe, expect, test } from 'vitest'
import { loadEmojiByName } from '../../emoji/emoji-by-name'
import { readSlackBody } from './read-slack-body'
import { renderPayload } from './render-payload'

const names = {
  person: (id: string, given?: string) => given ?? id,
  channel: (id: string, given?: string) => given ?? id,
  group: (id: string, given?: string) => given ?? id,
  emoji: loadEmojiByName(),
}
const render = (payload: object) => renderPayload(readSlackBody(Buffer.from(JSON.stringify(payload))), names)

describe('the payloads of Slack’s guide to incoming webhooks', () => {
  test('a line with an address and its words', () => {
    const text = 'This is a line of text.\nAnd a <https://example.com/order/1|link> &amp; a sign.'
    expect(render({ text })).toBe('This is a line of text.\nAnd a [link](https://example.com/order/1) & a sign.')
  })

  test('a section with fields, a button and a picture', () => {
    const payload = {
      text: 'shown only where blocks are not',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'New request' } },
        {
          type: 'section',
          fields: [
            { type: 'mrkdwn', text: '*Type:*\nPaid Time Off' },
            { type: 'mrkdwn', text: '*When:*\nAug 10 - Aug 13' },
          ],
          accessory: { type: 'button', text: { type: 'plain_text', text: 'View' }, url: 'https://example.com/r/1' },
        },
        { type: 'divider' },
        { type: 'image', image_url: 'https://example.com/a.png', alt_text: 'a chart' },
        {
          type: 'actions',
          elements: [
            { type: 'button', text: { type: 'plain_text', text: 'Approve' }, url: 'https://example.com/ok' },
            { type: 'button', text: { type: 'plain_text', text: 'No address' }, value: 'x' },
          ],
        },
        {
          type: 'context',
          elements: [
            { type: 'mrkdwn', text: 'By *Ann*' },
            { type: 'image', image_url: 'x', alt_text: 'y' },
          ],
        },
      ],
    }
    expect(render(payload)).toMatchInlineSnapshot(`
      "### New request

      **Type:**
      Paid Time Off
      **When:**
      Aug 10 - Aug 13

      [View](https://example.com/r/1)

      ---

      [a chart](https://example.com/a.png)

      [Approve](https://example.com/ok)

      By **Ann**"
    `)
  })

  test('rich text with a list, marks and a name', () => {
    const elements = [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'Look ' },
          { type: 'text', text: 'here', style: { bold: true } },
          { type: 'emoji', name: 'tada' },
          { type: 'user', user_id: 'U1' },
        ],
      },
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: 'https://a.example', text: 'one' }] }],
      },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x = 1' }] },
    ]
    const markdown = render({ blocks: [{ type: 'rich_text', elements }] })
    expect(markdown).toBe('Look **here**🎉@U1\n\n- [one](https://a.example)\n\n```\nx = 1\n```')
  })

  test('an attachment of the old kind', () => {
    const attachment = {
      fallback: 'plain',
      color: 'danger',
      pretext: 'New ticket from Ann',
      author_name: 'Bobby',
      author_link: 'https://example.com/bobby',
      title: 'Printer is on fire',
      title_link: 'https://example.com/t/1',
      text: 'Third floor, *again*',
      fields: [{ title: 'Priority', value: 'High', short: false }],
      footer: 'Tickets',
      ts: 123456789,
      actions: [{ type: 'button', text: 'Open', url: 'https://example.com/t/1' }],
    }
    expect(render({ attachments: [attachment] })).toMatchInlineSnapshot(`
      "New ticket from Ann

      > [Bobby](https://example.com/bobby)
      > **[🔴 Printer is on fire](https://example.com/t/1)**
      > Third floor, **again**
      > [Open](https://example.com/t/1)
      > **Priority** High
      > Tickets"
    `)
  })
})

describe('what somebody hides in a payload', () => {
  test('is no link that runs anything', () => {
    const button = { type: 'button', text: { type: 'plain_text', text: 'Click' }, url: 'javascript:alert(1)' }
    const payload = {
      text: 'x',
      blocks: [{ type: 'actions', elements: [button] }],
      attachments: [{ title: 'T', title_link: 'javascript:1' }],
    }
    expect(render(payload)).not.toContain('javascript')
  })

  test('does not break out of a link', () => {
    const button = { type: 'button', text: { type: 'plain_text', text: 'a|b> <!here>' }, url: 'https://a.example' }
    expect(render({ blocks: [{ type: 'actions', elements: [button] }] })).not.toContain('@here')
  })

  test.each([['*'], ['<'], ['_a'], ['`'], ['[a]('], [':a'], ['<@'], ['&amp;']])(
    'takes time in proportion to its length: %s',
    (part) => {
      const text = part.repeat(Math.floor(400_000 / part.length))
      const started = performance.now()
      render({ text })
      expect(performance.now() - started).toBeLessThan(3_000)
    },
  )
})
