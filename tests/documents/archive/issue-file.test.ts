import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as xlsx from '@e965/xlsx';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { catalogueSheet, codeOf } from '../../../src/documents/archive/catalogue.ts';
import { archivedName } from '../../../src/documents/archive/file-name.ts';
import { doneOn, issueFile } from '../../../src/documents/archive/issue-file.ts';
import { pageCount } from '../../../src/documents/archive/pages.ts';
import { yearArchive } from '../../../src/documents/archive/year.ts';
import { convertedFile, hasOffice } from '../../../src/paper/office.ts';
import { faceOf } from '../../../src/views/face.ts';
import { contentOf, face } from '../face.ts';
import { ledger, scratch } from '../run.ts';

const tools = {
  evidence: (file: string) => {
    const path = join(contentOf.shili, 'evidence', file);
    return existsSync(path) ? readFileSync(path) : undefined;
  },
  toPdf: () => undefined,
};

/** The fictional ledger as of its day. */
const shili = () => face('shili');

function rowsIn(bytes: Uint8Array): string[][] {
  const book = xlsx.read(bytes, { type: 'array' });
  return xlsx.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? '']!, {
    header: 1,
    raw: false,
    defval: '',
  });
}

async function wordsOf(docx: Uint8Array | undefined): Promise<string> {
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(docx ?? []) });
  return value;
}

/** A closed issue with a file of evidence in its updates that is there. */
function closedWithEvidence() {
  const found = shili().standing.issues.find(
    (one) =>
      doneOn(one) !== undefined &&
      one.history.timeline.some(({ update }) =>
        update?.evidence.some(
          (piece) => 'file' in piece && shili().ledger.evidence.has(`${one.id}/${piece.file}`),
        ),
      ),
  );
  if (found === undefined) throw new Error('the fixture holds no closed issue with a file');
  return found;
}

describe('一案一档', () => {
  test('只收那一年办结的，每个一个文件夹，目录逐件九栏', async () => {
    const { files, issues, items } = await yearArchive(shili(), '2025', 1, tools);
    const expected = shili()
      .standing.issues.filter(({ history: { state, round } }) =>
        state === 'closed'
          ? round.closedOn?.startsWith('2025')
          : state === 'void' && round.voidedOn?.startsWith('2025'),
      )
      .map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(20);
    expect(issues.toSorted()).toEqual(expected.toSorted());
    const rows = rowsIn(files.get('归档文件目录.xlsx')!);
    const head = rows.findIndex(([first]) => first === '序号');
    expect(rows[head]).toEqual(
      ['序号', '档号', '文号', '责任者', '题名', '日期', '密级', '页数', '备注'], // prettier-ignore
    );
    expect(rows.slice(head + 1)).toHaveLength(items.length);
    for (const [, code, , author, title, on, secrecy] of rows.slice(head + 1)) {
      expect([code, secrecy]).toEqual(['', '']);
      expect(author).not.toBe('');
      expect(title).toMatch(/^\[.+\]$/u);
      expect(on).toMatch(/^\d{8}$/u);
    }
    expect(rows.flat().join('')).toContain('全宗号、档案门类代码、保管期限没有设置');
    for (const { files: paths } of items)
      for (const path of paths) expect(files.has(path)).toBe(true);
  });

  test('事实照录，报送和决定按次序，佐证一字节不差并写明校验值', async () => {
    const one = closedWithEvidence();
    const hash = 'a'.repeat(64);
    const { ledger: content, today } = shili();
    const known = faceOf(content, today, 'internal', undefined, () => hash);
    const made = await issueFile(known, one, '001', tools);
    const facts = await wordsOf(made.files.get('001/01-问题登记.docx'));
    expect(facts).toContain(one.issue.finding);
    expect(facts).toContain(one.issue.measures);
    const story = await wordsOf(made.files.get('001/02-报送和审核.docx'));
    const days = [...story.matchAll(/(\d{4})年(\d+)月(\d+)日　/gu)].map(([, y, m, d]) =>
      [y, m?.padStart(2, '0'), d?.padStart(2, '0')].join('-'),
    );
    expect(days.length).toBeGreaterThanOrEqual(one.history.timeline.length);
    expect(days).toEqual(days.toSorted());
    expect(story).toContain(`SHA-256 ${hash}`);
    const evidence = [...made.files].filter(([path]) => path.startsWith('001/03-'));
    expect(evidence.length).toBeGreaterThan(0);
    for (const [path, bytes] of evidence) {
      const name = path.replace(/^001\/03-\d+-/u, '');
      expect(Buffer.from(bytes)).toEqual(tools.evidence(`${one.id}/${name}`));
    }
  });

  test('点名的催办成为一件，文号进目录；以后的和别的问题的不收', async () => {
    const one = closedWithEvidence();
    const { ledger: content, today } = shili();
    const letter = (id: string, sentOn: string, issues: string[]) =>
      ({ id, path: id, unit: one.unit, level: 'urge', sentOn, issues, document: `示督〔2025〕${id}号` }) as const; // prettier-ignore
    const reminders = [
      letter('1', '2025-01-02', [one.id]),
      letter('2', '2025-01-03', ['2099-01']),
      letter('3', '2099-01-01', [one.id]),
    ];
    const with3 = faceOf({ ...content, reminders }, today, 'internal');
    const { items, files } = await issueFile(with3, one, '001', tools);
    const item = items.find(({ title }) => title.endsWith('催办记录]'));
    expect(item).toMatchObject({ number: '示督〔2025〕1号', on: '2025-01-02' });
    const words = await wordsOf(files.get('001/04-催办记录.docx'));
    expect(words).toContain('2025年1月2日');
    expect(words).not.toContain('2099');
  });

  test.runIf(hasOffice())('装了 LibreOffice 的，同一份有 PDF，目录有页数', async () => {
    const one = closedWithEvidence();
    const toPdf = (docx: Uint8Array) => convertedFile(docx, 'docx', 'pdf');
    const { files, items } = await issueFile(shili(), one, '001', { ...tools, toPdf });
    const pdf = files.get('001/01-问题登记.pdf');
    expect(
      Buffer.from(pdf ?? [])
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
    expect(items[0]?.pages).toBe(1);
  });
});

describe('目录', () => {
  const archive = { fonds: 'J001', category: 'WS', retention: '30年', section: 'BGS' } as const;

  test('档号只由设置而来：全宗号-门类·年度-保管期限-机构-件号', () => {
    expect(codeOf(archive, '2025', 7)).toBe('J001-WS·2025-D30-BGS-0007');
    expect(codeOf({ ...archive, section: undefined, retention: '永久' }, '2025', 12)).toBe(
      'J001-WS·2025-Y-0012',
    );
    expect(codeOf({ ...archive, fonds: undefined }, '2025', 7)).toBeUndefined();
    expect(codeOf({ ...archive, category: undefined }, '2025', 7)).toBeUndefined();
    expect(codeOf({ ...archive, retention: undefined }, '2025', 7)).toBeUndefined();
    expect(codeOf(undefined, '2025', 7)).toBeUndefined();
  });

  test('件号从起始件号起；设置齐全就不提醒', () => {
    const item = { author: '甲', title: '[乙]', on: '2025-01-02', pages: 2, files: ['a'] };
    const head = { year: '2025', authority: '示例', archive, first: 31, fiction: undefined };
    const { rows, lines } = catalogueSheet([item, item], head);
    expect(rows.map(([, code]) => code)).toEqual([
      'J001-WS·2025-D30-BGS-0031',
      'J001-WS·2025-D30-BGS-0032',
    ]);
    expect(lines).toHaveLength(1);
  });

  test('页数：图片一页，PDF 看得见才数，别的空着', () => {
    expect(pageCount('PNG', new Uint8Array())).toBe(1);
    const pdf = (text: string) => pageCount('pdf', new TextEncoder().encode(text));
    expect(pdf('/Type /Pages /Type /Page /Type/Page>>')).toBe(2);
    expect(pdf('/Type /ObjStm /Type /Page ')).toBeUndefined();
    expect(pdf('%PDF')).toBeUndefined();
    expect(pageCount('docx', new Uint8Array())).toBeUndefined();
  });

  test('文件名在 Windows 上也放得下', () => {
    expect(archivedName('03-01', 'con')).toBe('03-01-con');
    expect(archivedName('03-01', 'a:b?"c.png')).toBe('03-01-a-b-c.png');
    expect(archivedName('03-01', 'x. ')).toBe('03-01-x');
    const long = archivedName('03-01', `${'长'.repeat(200)}.pdf`);
    expect(long).toHaveLength(70);
    expect(long.endsWith('.pdf')).toBe(true);
  });
});

describe('命令', () => {
  const shiliDir = ['--content', contentOf.shili];

  test('写出的文件夹 sha256sum 核得上；有东西的文件夹不碰', () => {
    const out = join(scratch(), '归档2025');
    const made = ledger('archive', '2025', ...shiliDir, '--no-pdf', '--out', out);
    expect(made.code).toBe(0);
    const sums = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: out });
    expect(sums.status).toBe(0);
    const before = readdirSync(out);
    const again = ledger('archive', '2025', ...shiliDir, '--no-pdf', '--out', out);
    expect(again.code).toBe(2);
    expect(again.err).toContain('已经有');
    expect(readdirSync(out)).toEqual(before);
  });

  test('没有过完的年度、没有办结的年度不生成', () => {
    const dir = scratch();
    const early = ledger('archive', '2026', ...shiliDir, '--out', join(dir, 'a'));
    expect(early.code).toBe(2);
    expect(early.err).toContain('还没有结束');
    const none = ledger('archive', '2019', ...shiliDir, '--out', join(dir, 'b'));
    expect(none.code).toBe(2);
    expect(readdirSync(dir)).toEqual([]);
  });

  test('--whole：台账、清单、各表、佐证和怎样接着做；空文件夹可以用', async () => {
    const out = join(scratch(), '全部');
    mkdirSync(out);
    expect(ledger('archive', '--whole', ...shiliDir, '--out', out).code).toBe(0);
    const sums = spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: out });
    expect(sums.status).toBe(0);
    const book = xlsx.read(readFileSync(join(out, '01-整改台账.xlsx')), { type: 'buffer' });
    expect(book.SheetNames).toEqual(
      ['整改台账', '单位', '账号', '专项', '指标', '进出', '检查', '检查结果', '备案登记', '通报'], // prettier-ignore
    );
    const rows = rowsIn(readFileSync(join(out, '01-整改台账.xlsx')));
    const ids = rows.flat().filter((cell) => shili().issues.has(cell));
    expect(new Set(ids)).toEqual(new Set(shili().issues.keys()));
    const how = await wordsOf(readFileSync(join(out, '00-说明.docx')));
    // Every column that the guide names is there.
    const head = rows.find(([first]) => first === '序号') ?? [];
    for (const column of [
      '状态',
      '销号日',
      '最近进展',
      '最近报送日',
      '截止日',
      '剩余天数',
      '时限情况',
      '下一步',
    ]) {
      expect(how).toContain(`“${column}”`);
      expect(head).toContain(column);
    }
    const [file = ''] = shili().ledger.evidence.keys();
    expect(readFileSync(join(out, '04-佐证材料', file))).toEqual(tools.evidence(file));
  });

  test('写不进的地方什么也不留', () => {
    const dir = scratch();
    writeFileSync(join(dir, 'a'), '');
    const made = ledger('archive', '--whole', ...shiliDir, '--out', join(dir, 'a'));
    expect(made.code).toBe(2);
    expect(readdirSync(dir)).toEqual(['a']);
  });
});
