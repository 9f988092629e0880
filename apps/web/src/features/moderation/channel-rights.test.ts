import type { Audience, User } from '@parley/protocol'
import { describe, expect, test } from 'vitest'
import { type Looked, mayCallEverybody, mayEdit, mayInvite, mayPin, mayPost } from './channel-rights'

const rights = { mayPost, mayCallEverybody, mayPin, mayInvite }

function view(
  audience: Audience,
  changed: Partial<Looked['channel']> & { readonly isModerator?: boolean } = {},
): Looked {
  const { isModerator = false, ...channel } = changed
  const rules = { post: audience, callEverybody: audience, pin: audience, invite: audience }
  return { isModerator, channel: { kind: 'public', archivedAt: null, rules, ...channel } }
}

const allowed = (looked: Looked, role: User['role']) =>
  Object.entries(rights).flatMap(([name, may]) => (may(looked, { role }) ? [name] : []))

const ALL = Object.keys(rights)

describe('what somebody may do in a channel', () => {
  test('what it leaves to its members, every member may', () => {
    expect(allowed(view('members'), 'member')).toEqual(ALL)
  })

  test('the rest is for moderators and administrators', () => {
    expect(allowed(view('moderators'), 'member')).toEqual([])
    expect(allowed(view('moderators', { isModerator: true }), 'member')).toEqual(ALL)
    expect(allowed(view('moderators'), 'administrator')).toEqual(ALL)
  })

  test('guests write and call, and neither pin nor invite', () => {
    expect(allowed(view('members'), 'guest')).toEqual(['mayPost', 'mayCallEverybody'])
  })

  test('nothing is pinned or edited in an archived channel, and nobody brought into a direct one', () => {
    expect(allowed(view('members', { archivedAt: '2026-11-29T00:00:00.000Z' }), 'owner')).not.toContain('mayPin')
    expect([mayEdit(view('members')), mayEdit(view('members', { archivedAt: '2026-11-29T00:00:00.000Z' }))]).toEqual([
      true,
      false,
    ])
    expect(allowed(view('members', { kind: 'direct' }), 'owner')).not.toContain('mayInvite')
  })
})
