import { describe, expect, it } from 'vitest'
import { fulfils } from './install.js'
import { checkNodeVersion } from './node-version.js'

describe('what is installed fulfils the lock file', () => {
  const locked = {
    '': { name: 'parley' },
    'node_modules/pg': { version: '8.0.0', integrity: 'sha512-a' },
    'node_modules/for-another-platform': { version: '1.0.0', integrity: 'sha512-b', optional: true },
  }
  const pg = { version: '8.0.0', integrity: 'sha512-a' }

  it('when all that is not optional is there', () => {
    expect(fulfils({ 'node_modules/pg': pg }, locked)).toBe(true)
  })

  it('but not when a package is missing, of another version, or of other content', () => {
    expect(fulfils({}, locked)).toBe(false)
    expect(fulfils({ 'node_modules/pg': { ...pg, version: '8.0.1' } }, locked)).toBe(false)
    expect(fulfils({ 'node_modules/pg': { ...pg, integrity: 'sha512-c' } }, locked)).toBe(false)
  })
})

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0'])('%s is new enough', (version) => {
    expect(() => checkNodeVersion(version)).not.toThrow()
  })

  it.each(['18.20.0', '20.18.9'])('%s is refused with one line that says what is needed', (version) => {
    expect(() => checkNodeVersion(version)).toThrow(/^Parley needs Node\.js 20\.19 or newer, this is .*$/)
  })
})
