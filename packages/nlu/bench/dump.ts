import { readFileSync, writeFileSync } from 'node:fs'
import { defaultModelDirectory, ensureModel, startEncoderProcess } from '@parley/inference'
import { classifiedPart } from '../src/features/classified-part'
const modelPath = await ensureModel({ directory: process.env.PARLEY_MODEL_DIR || defaultModelDirectory() })
const e = await startEncoderProcess({ entryPath: '/work/wt/speed/dist/encoder-child.js', modelPath, cacheBytes: 0 })
for (const s of process.argv.slice(2)) for (const p of ['train','test']) {
  const rows = readFileSync(`/work/shared/data/${s}/dev/${p}.jsonl`,'utf8').trim().split('\n').map((l)=>JSON.parse(l))
  const out = new Float32Array(rows.length*1536)
  for (let i=0;i<rows.length;i+=200){ const enc=await e.encode(rows.slice(i,i+200).map((r:any)=>classifiedPart(r.text)),{purpose:'query',priority:'background'}); enc.forEach((x,j)=>x.layers.forEach((l,k)=>out.set(l,(i+j)*1536+k*384))) }
  writeFileSync(`/tmp/enc-${s}-${p}.f32`, Buffer.from(out.buffer)); console.log(s,p,rows.length, Object.keys(rows[0]))
}
await e.close()
