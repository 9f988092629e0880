import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const server = process.env.PARLEY_SERVER ?? 'http://127.0.0.1:8060'

const SUMMARY = /\bsummary:\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/g

/** What an endpoint is for is said in OpenAPI: a page has no use for a hundred sentences about it. */
const withoutSummaries: Plugin = {
  name: 'without-summaries',
  enforce: 'pre',
  apply: 'build',
  transform(source, id) {
    const isEndpoints = /packages\/protocol\/src\/endpoints\/[\w-]+\.ts$/.test(id)
    return isEndpoints ? { code: source.replace(SUMMARY, "summary: ''"), map: null } : undefined
  },
}

export default defineConfig({
  plugins: [withoutSummaries, react()],
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
