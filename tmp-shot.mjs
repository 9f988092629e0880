import { chromium } from 'playwright-core'
import { readFileSync } from 'node:fs'
const pw = readFileSync('/tmp/query-server.log','utf8').match(/only now: (\S+)/)[1]
const [lang='zh', width='1440', scheme='light', ...qs] = process.argv.slice(2)
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless','--no-sandbox','--disable-gpu'] })
const c = await b.newContext({ locale: lang==='zh'?'zh-CN':'en-GB', viewport: { width: Number(width), height: 900 }, colorScheme: scheme })
const p = await c.newPage()
p.on('pageerror', (e) => console.log('ERR', e.message))
await p.goto('http://127.0.0.1:8166')
const who = lang==='zh'?'lin.yue@example.org':'daniel.okafor@example.org'
await p.locator('input[type=email]').fill(who)
await p.locator('input[type=password]').fill(pw)
await p.locator('button[type=submit]').click()
await p.getByRole('navigation').first().waitFor()
await p.waitForTimeout(1500)
const name = lang==='zh'?'助手':'Assistant'
await p.getByRole('navigation').getByText(name,{exact:true}).first().click().catch(async()=>{})
await p.waitForTimeout(1500)
for (const q of qs) { await p.getByRole('combobox').fill(q); await p.getByRole('combobox').press('Enter'); await p.waitForTimeout(4000) }
await p.screenshot({ path: `/tmp/shot-${lang}-${width}-${scheme}-1.png` })
const narrow = p.getByRole('button', { name: lang==='zh' ? /限定范围/ : /Look only in/ }).last()
if (await narrow.count()) { await narrow.click(); await p.waitForTimeout(1500); await p.screenshot({ path: `/tmp/shot-${lang}-${width}-${scheme}-2.png` }); 
  await p.keyboard.press('ArrowDown');await p.keyboard.press('ArrowDown');await p.keyboard.press('Enter'); await p.waitForTimeout(4000); await p.screenshot({ path: `/tmp/shot-${lang}-${width}-${scheme}-3.png` }) }
await b.close()
