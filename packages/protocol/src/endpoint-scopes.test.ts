import { describe, expect, it } from 'vitest'
import { endpointScopes } from './endpoint-scopes'
import { commands, queries } from './endpoints'

describe('the scopes of endpoints', () => {
  const endpoints = Object.values({ ...commands, ...queries })

  it('name every endpoint, and nothing that is none', () => {
    expect(Object.keys(endpointScopes).sort()).toEqual(endpoints.map(({ name }) => name).sort())
  })

  it('are open exactly where anybody may call', () => {
    const open = endpoints.filter(({ name }) => endpointScopes[name] === 'open')
    expect(open).toEqual(endpoints.filter(({ access }) => access === 'public'))
  })

  it('ask for the administrators’ scope, or a session, where only administrators may call', () => {
    const scopes = endpoints.filter(({ access }) => access === 'administrator').map(({ name }) => endpointScopes[name])
    expect(scopes.filter((scope) => scope !== 'admin' && scope !== 'session')).toEqual([])
  })
})
