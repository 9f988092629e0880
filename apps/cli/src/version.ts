import packageJson from '../package.json' with { type: 'json' }

/** This release. */
export const version: string = packageJson.version
