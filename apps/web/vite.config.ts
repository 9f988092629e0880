import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.PARLEY_SERVER ?? 'http://127.0.0.1:8060'

const SUMMARY = /\bsummary:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g

/** The list of an endpoint, not a schema of that name. */
const ERRORS = /\berrors:\s*\[(?:\s*'\w+'\s*,?)*\s*\]/g

/** What an endpoint is for, and how it may fail, is said in OpenAPI: a page has no use for hundreds of lines about it. */
const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  enforce: 'pre',
  apply: 'build',
  transform(source, id) {
    const isEndpoints = /packages\/protocol\/src\/endpoints\/[\w-]+\.ts$/.test(id)
    return isEndpoints
      ? { code: source.replace(SUMMARY, "summary: ''").replace(ERRORS, 'errors: []'), map: null }
      : undefined
  },
}

export default defineConfig({
  plugins: [withoutDescriptions, react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'baseline-widely-available',
    chunkSizeWarningLimit: 1200,
    // Settings that must come before the schemas stay before them, whatever chunk those are in.
    rolldownOptions: {
      output: {
        strictExecutionOrder: true,
        // What the first page needs is one file: eighty small ones compress a tenth worse, and each is a request.
        codeSplitting: { groups: [{ name: 'first-page', tags: ['$initial'] }] },
      },
    },
  },
  server: { proxy: { '/api': { target: server, ws: true } } },
})
