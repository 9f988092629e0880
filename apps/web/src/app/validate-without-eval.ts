import { config } from 'zod'

/** Schemas must not be compiled at run time: the page's content security policy forbids it. Imported before any schema. */
config({ jitless: true })
