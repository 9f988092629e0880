import { readFile } from 'node:fs/promises'
import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ParsedDocument, placeAt } from '../parsed-document'
import { UnreadableDocumentError } from '../unreadable-document-error'
import { extractDocument } from './extract-document'

const fixture = async (name: string) =>
  new Uint8Array(await readFile(new URL(`../../testing/fixtures/${name}`, import.meta.url)))
const extracted = async (name: string) => (await extractDocument(await fixture(name), name)).parsed
const utf8 = (text: string) => new TextEncoder().encode(text)

/** `kind|heading path|text` of every block. */
const outline = ({ plainText, blocks }: ParsedDocument) =>
  blocks.map(({ kind, headingPath, start, end }) =>
    [kind, headingPath.join(' > '), plainText.slice(start, end)].join('|'),
  )

/** Where a text of the document stands, such as `page 2`. */
const placeOf = ({ plainText, places }: ParsedDocument, text: string) => {
  const place = placeAt(places, plainText.indexOf(text))
  return place && `${place.kind} ${place.number}${place.name ? ` ${place.name}` : ''}`
}

async function reasonOf(bytes: Uint8Array, name = 'a.txt'): Promise<string> {
  const failure = await extractDocument(bytes, name).catch((error: unknown) => error)
  return failure instanceof UnreadableDocumentError ? failure.reason : `no refusal: ${JSON.stringify(failure)}`
}

describe('PDF', () => {
  it('is read with headings by size, steps, tables by their columns, and the page of everything', async () => {
    const parsed = await extracted('travel-policy.pdf')
    const lines = outline(parsed)
    expect(lines).toContain('list-item|Booking|Send the form to your manager.')
    expect(lines).toContain(
      'table-row|Hotel limits|City: Shanghai; Limit per night: CNY 900; Approval above the limit: Head of department',
    )
    expect(lines).toContain('paragraph|Hotel limits > Meals|Meals are reimbursed up to EUR 45 a day against receipts.')
    expect(placeOf(parsed, 'fourteen days')).toBe('page 1')
    expect(placeOf(parsed, 'CNY 900')).toBe('page 2')
    expect(placeOf(parsed, 'thirty days')).toBe('page 3')
  })

  it('loses what stands at the top and foot of every page', async () => {
    const { plainText } = await extracted('travel-policy.pdf')
    expect(plainText).not.toContain('Harbour Logistics - Travel policy')
    expect(plainText).not.toContain('Page 2')
  })

  it('keeps a table whole whose header is wider than a gap of the table below it', async () => {
    const lines = outline(await extracted('two-tables-zh-chromium.pdf'))
    const title = '北辰科技差旅与采购制度（2026 版）'
    expect(lines).toContain(`table-row|${title} > 一、差旅标准|城市：东京；住宿上限（元/晚）：1100；餐补（元/天）：260`)
    expect(lines).toContain(`table-row|${title} > 二、采购审批|金额：50,000 元以上；审批人：总经理办公会`)
  })

  it.each(['travel-zh-cid.pdf', 'travel-zh-embedded.pdf'])(
    'in Chinese is read without gaps between lines, its fonts embedded or not: %s',
    async (name) => {
      const parsed = await extracted(name)
      const lines = outline(parsed)
      expect(lines).toContain('heading|差旅管理办法|第二章 住宿标准')
      expect(lines).toContain(
        'table-row|差旅管理办法 > 第二章 住宿标准|城市：成都；每晚上限：450元；超标审批人：部门经理',
      )
      expect(parsed.plainText).toContain('自二〇二六年一月一日起施行，原二〇二四年办法同时废止')
      expect(placeOf(parsed, '财务部每月十日')).toBe('page 2')
    },
  )

  it('of a browser is read the same', async () => {
    const lines = outline(await extracted('handbook-chromium.pdf'))
    expect(lines).toContain('table-row|员工手册 > 年假|工龄：满 5 年不满 10 年；年假：15 天')
    expect(lines).toContain('list-item|员工手册 > 请假流程|直属上级审批。')
  })

  it('in two columns is read down the left one before the right one', async () => {
    const { plainText } = await extracted('two-columns.pdf')
    const numbers = [...plainText.matchAll(/number (\d+)/g)].map(([, number]) => Number(number))
    expect(numbers).toEqual(Array.from({ length: 74 }, (_, at) => at + 1))
  })

  it('is refused when it is locked, made of pictures, cut off or endless, each for its own reason', async () => {
    const whole = await fixture('travel-policy.pdf')
    expect(await reasonOf(await fixture('encrypted.pdf'))).toBe('encrypted')
    expect(await reasonOf(await fixture('scanned.pdf'))).toBe('no-text')
    expect(await reasonOf(whole.slice(0, 300))).toBe('broken')
    expect(await reasonOf(pdfOfPages(3_001))).toBe('too-many-pages')
  })
})

function pdfOfPages(count: number): Uint8Array {
  const numbers = Array.from({ length: count }, (_, at) => at + 3)
  const objects = [
    '1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj',
    `2 0 obj\n<</Type/Pages/Count ${count}/Kids[${numbers.map((number) => `${number} 0 R`).join(' ')}]>>\nendobj`,
    ...numbers.map((number) => `${number} 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>\nendobj`),
  ]
  return utf8(`%PDF-1.4\n${objects.join('\n')}\ntrailer\n<</Size ${count + 3}/Root 1 0 R>>\nstartxref\n0\n%%EOF\n`)
}

describe('office files', () => {
  it('of Word keep headings, lists and tables whose first row names the columns', async () => {
    expect(outline(await extracted('onboarding.docx'))).toEqual(
      expect.arrayContaining([
        'heading||Onboarding guide',
        'list-item|First day|Bring your passport.',
        'table-row|First day > Equipment|Item: Phone; Who orders it: Office; Days until delivery: 5',
        'paragraph|办公时间|办公时间为上午九点至下午六点，午休一小时。',
      ]),
    )
  })

  it('of PowerPoint are read slide by slide under their titles, with tables and notes', async () => {
    const parsed = await extracted('release.pptx')
    expect(outline(parsed)).toContain('list-item|Release plan|Release on 17 March')
    expect(outline(parsed)).toContain('paragraph|Release plan|Wei signs the release off.')
    expect(outline(parsed)).toContain('table-row|发布负责人|环节：测试；负责人：李娜')
    expect([placeOf(parsed, '17 March'), placeOf(parsed, '王伟')]).toEqual(['slide 1', 'slide 2'])
  })

  it('of Excel say numbers and dates as the sheet shows them, and nothing of hidden sheets', async () => {
    const parsed = await extracted('approvals.xlsx')
    expect(outline(parsed)).toContain('table-row|审批权限|金额：5,000 元以下；审批人：部门经理；时限：2026-03-01')
    expect(outline(parsed)).toContain('table-row|Rates|Region: South; Rate: 12.5%; Fee: 980.50')
    expect(outline(parsed)).toContain('paragraph|Rates|Rates 2026')
    expect(placeOf(parsed, 'South')).toBe('sheet 2 Rates')
    expect(parsed.plainText).not.toContain('hidden words')
  })

  it('are told by what is in them, whatever they are called', async () => {
    const { mimeType } = await extractDocument(await fixture('onboarding.docx'), 'notes.pdf')
    expect(mimeType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document')
  })

  it('are refused when they unfold too far, are cut off, are no office file, or are locked', async () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(101 * 1024 * 1024) })
    expect(bomb.length).toBeLessThan(1024 * 1024)
    expect(await reasonOf(bomb)).toBe('too-large')
    expect(await reasonOf((await fixture('onboarding.docx')).slice(0, 9_000))).toBe('broken')
    const twins = Buffer.from(zipSync({ 'xl/workbook.xml': utf8('a'), 'xl/workbook.xmk': utf8('b') }))
    for (let at = twins.indexOf('.xmk'); at !== -1; at = twins.indexOf('.xmk')) twins.write('.xml', at)
    expect(await reasonOf(twins)).toBe('broken')
    expect(await reasonOf(zipSync({ 'a.txt': utf8('hello') }))).toBe('binary')
    const compound = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
    expect(await reasonOf(compound)).toBe('old-office')
    expect(await reasonOf(Buffer.concat([compound, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted')
  })

  it('that nest or declare entities to explode are refused', async () => {
    const entities = '<!DOCTYPE a [<!ENTITY b "bbbb">]><workbook>&b;</workbook>'
    expect(await reasonOf(zipSync({ 'xl/workbook.xml': utf8(entities) }))).toBe('broken')
    expect(await reasonOf(zipSync({ 'xl/workbook.xml': utf8('<a>'.repeat(100_000)) }))).toBe('broken')
  })
})

describe('text', () => {
  it('of a table is read whatever parts its columns', async () => {
    for (const csv of ['城市,上限\n北京,650\n"上海, 浦东",700', '城市;上限\n北京;650', '城市\t上限\n北京\t650']) {
      const { mimeType, parsed } = await extractDocument(utf8(csv), 'limits.csv')
      expect([mimeType, outline(parsed)[0]]).toEqual(['text/csv', 'table-row||城市：北京；上限：650'])
    }
  })

  it('in GBK is Chinese all the same, and what is no encoding known is refused', async () => {
    // 年假可以结转五天。
    const gbk = Uint8Array.from('c4eabcd9bfc9d2d4bde1d7aacee5cceca1a3'.match(/../g)!, (byte) =>
      Number.parseInt(byte, 16),
    )
    expect((await extractDocument(gbk, 'a.txt')).parsed.plainText).toBe('年假可以结转五天。')
    const shiftJis = Uint8Array.from('82b182ea82cd93fa967b8cea82c582b78142'.match(/../g)!, (byte) =>
      Number.parseInt(byte, 16),
    )
    expect(await reasonOf(shiftJis)).toBe('broken-encoding')
    expect(await reasonOf(Uint8Array.of(0x63, 0x61, 0x66, 0xe9, 0x20, 0xfc, 0x62))).toBe('broken-encoding')
  })

  it('of a mail is read with its subject, people, body and the names of what hangs on it', async () => {
    const mail = [
      'From: =?UTF-8?B?5p2O5aic?= <li.na@example.com>',
      'To: Ann <ann@example.com>',
      'Subject: Office move',
      'Date: Mon, 02 Mar 2026 09:00:00 +0000',
      'MIME-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: text/html; charset=utf-8',
      '',
      '<p>We move to floor seven on <b>9 March</b>.</p><script>no()</script>',
      '--b',
      'Content-Type: application/pdf; name="plan.pdf"',
      'Content-Disposition: attachment; filename="plan.pdf"',
      'Content-Transfer-Encoding: base64',
      '',
      'JVBERi0=',
      '--b--',
    ].join('\r\n')
    const { mimeType, parsed } = await extractDocument(utf8(mail), 'move.eml')
    expect(mimeType).toBe('message/rfc822')
    expect(outline(parsed)).toEqual([
      'heading||Office move',
      'paragraph|Office move|From: 李娜 <li.na@example.com>',
      'paragraph|Office move|To: Ann <ann@example.com>',
      'paragraph|Office move|Date: 2026-03-02 09:00',
      'paragraph|Office move|We move to floor seven on 9 March.',
      'list-item|Office move|plan.pdf',
    ])
  })

  it('is told from pictures and from nothing', async () => {
    expect(await reasonOf(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 1), 'scan.pdf')).toBe('binary')
    expect(await reasonOf(new Uint8Array())).toBe('empty')
    expect(await reasonOf(utf8(' \n '))).toBe('empty')
    expect((await extractDocument(utf8('# Plan'), 'plan.md')).mimeType).toBe('text/markdown')
    expect((await extractDocument(utf8('<!doctype html><p>Plan'), 'plan.txt')).mimeType).toBe('text/html')
  })
})
