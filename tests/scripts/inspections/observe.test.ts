/** `ledger observe` as an office uses it: three weeks of exports into a copy of the fictional ledger. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readFolder } from '../../../src/ledger/content.ts';
import { readLedger } from '../../../src/ledger/read.ts';
import { faceOf } from '../../../src/views/face.ts';
import { warningView } from '../../../src/views/inspection/warning-view.ts';
import { ledger } from '../../documents/run.ts';

const shili = join(import.meta.dirname, '../../fixtures/shili');
const root = mkdtempSync(join(tmpdir(), 'ledger-observe-'));
const content = join(root, 'content');
/** Two accounts whose names nobody else has. */
let first: { name: string; unit: string };
let second: { name: string; unit: string };

beforeAll(() => {
  cpSync(shili, content, { recursive: true });
  // Only this file's lists.
  rmSync(join(content, 'probes'), { recursive: true });
  const { accounts, units } = readLedger(readFolder(content)).ledger!;
  const names = Map.groupBy(accounts.values(), ({ name }) => name);
  const own = [...names.values()].flatMap((group) => (group.length === 1 ? group : []));
  [first, second] = own
    .filter(({ kind }) => kind === 'new-media')
    .map(({ name, unit }) => ({ name, unit: units.get(unit)!.name })) as [
    typeof first,
    typeof second,
  ];
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function csv(name: string, ...rows: string[][]): string {
  const path = join(root, name);
  writeFileSync(path, `\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}\r\n`);
  return path;
}
const observe = (path: string, ...more: string[]) =>
  ledger('observe', path, '--content', content, ...more);
const records = () => readdirSync(join(content, 'probes')).toSorted();
function observed(): string[][] {
  const { ledger: read } = readLedger(readFolder(content));
  const view = warningView(faceOf(read!, '2026-06-15', 'internal'));
  const table = view?.page.tables.find(({ id }) => id === 'observed');
  return (table?.rows ?? []).map((row) => row.map(({ text }) => text));
}

describe('监测平台的清单', () => {
  test('不加 --write 是预览，什么都不写', () => {
    const path = csv(
      '错敏词清单20260601.csv',
      ['序号', '账号名称', '错误类型', '错误内容', '建议修改', '链接'],
      ['1', first.name, '错别字', '按装', '安装', 'https://media.example/1.html'],
      ['2', first.name, '错别字', '按装', '安装', 'https://media.example/1.html'],
      ['3', second.name, '错别字', '布署', '部署', ''],
      ['4', '不认识的号', '错别字', '布署', '部署', ''],
    );
    const { code, out } = observe(path);
    expect([code, out]).toEqual([0, expect.stringContaining('以上是预览，没有写入')]);
    expect(out).toContain('读出 4 行，台账里的账号 2 个');
    expect(out).toContain('新的 2 项，上一份就有的 0 项');
    expect(out).toContain('第5行：台账里没有“不认识的号”，没有记');
    expect(() => records()).toThrow();
    expect(observe(path, '--write').code).toBe(0);
    expect(records()).toHaveLength(1);
    const text = readFileSync(join(content, 'probes', records()[0]!), 'utf8');
    expect(text).toContain('source: 错敏词清单');
    expect(ledger('check', '--content', content).code).toBe(0);
  });

  test('同一份再读，没有变化；下一周的并在一起，不会变成两项', () => {
    expect(observe(join(root, '错敏词清单20260601.csv'), '--write').out).toContain('没有变化');
    const next = csv(
      '错敏词清单20260608.csv',
      ['账号名称', '错误类型', '错误内容', '建议修改', '链接'],
      [first.name, '错别字', '按装', '安装', 'https://media.example/1.html'],
      [first.name, '错别字', '幅射', '辐射', 'https://media.example/2.html'],
    );
    const { out } = observe(next, '--write');
    expect(out).toContain(
      '监测发现 2 项：新的 1 项，上一份就有的 1 项；上一份有、这一份没有的 1 项，不再列出',
    );
    expect(records()).toHaveLength(2);
    expect(
      observed().map(([name, , words, source, since]) => [name, words, source, since]),
    ).toEqual([
      [
        expect.stringContaining(first.name),
        '错别字：按装（建议：安装）',
        '错敏词清单',
        '2026年6月1日，连续2份清单都有',
      ],
      [
        expect.stringContaining(first.name),
        '错别字：幅射（建议：辐射）',
        '错敏词清单',
        '2026年6月8日',
      ],
    ]);
  });

  test('一行写得不对、写着身份证号码，不连累别的行：说明是哪一行，别的照记', () => {
    const before = records().length;
    const path = csv(
      '异常清单20260609.csv',
      ['账号名称', '未更新天数', '错误内容', '链接'],
      [first.name, '99999', '', ''],
      [second.name, '3', '', ''],
      [second.name, '3', '张三 110101 19900307 0011', 'https://media.example/1.html'],
      [first.name, '', '公民身份号码 110101199003070011', ''],
      [first.name, '', '按装', 'javascript:alert(1)'],
    );
    const { code, out } = observe(path, '--write');
    expect(out).toMatch(/第2行：最近更新17\d\d-\d\d-\d\d的年份不对，没有记/u);
    expect(out).toContain('第5行：里面有身份证号码，这一项没有记');
    expect([code, records().length]).toEqual([0, before + 1]);
    const text = records()
      .map((name) => readFileSync(join(content, 'probes', name), 'utf8'))
      .find((one) => one.includes('异常清单'));
    expect(text).toContain('2026-06-06');
    expect(text).toContain('按装');
    expect(text).not.toMatch(/1101011990|javascript/u);
    expect(ledger('check', '--content', content).code).toBe(0);
    rmSync(
      join(
        content,
        'probes',
        records().find((name) => name.startsWith('20260609'))!,
      ),
    );
  });

  test('栏名不认得的说是什么就读；未更新天数推算最近更新，进入预警', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('导出');
    sheet.addRow(['监测结果']);
    sheet.addRow(['号', '主办单位', '静默']);
    sheet.addRow([first.name, first.unit, 45]);
    const path = join(root, '更新20260614.xlsx');
    await book.xlsx.writeFile(path);
    const unknown = observe(path);
    expect([unknown.code, unknown.err]).toEqual([1, expect.stringContaining('--column 栏名=账号')]);
    const said = ['--column', '号=账号', '--column', '静默=未更新天数'];
    const { code, out } = observe(path, ...said, '--write');
    expect([code, out]).toEqual([0, expect.stringContaining('1 个有最近更新日')]);
    const text = readFileSync(join(content, 'probes', records().at(-1)!), 'utf8');
    expect(text).toContain('newestOn: 2026-04-30');
    expect(ledger('check', '--content', content).code).toBe(0);
  });

  test('只有名单的，记的是列入名单；同一天另一份内容不覆盖', () => {
    const path = csv('空更名单.csv', ['账号名称', '主办单位'], [second.name, second.unit]);
    expect(observe(path, '--on', '2026-06-10', '--write').code).toBe(0);
    expect(observed().map(([, , words]) => words)).toContain('列入空更名单');
    csv('空更名单.csv', ['账号名称', '主办单位'], [first.name, first.unit]);
    const again = observe(path, '--on', '2026-06-10', '--write');
    expect([again.code, again.err]).toEqual([2, expect.stringContaining('已经登记过，内容不同')]);
  });

  test('公开站一个字也没有', () => {
    const { ledger: read } = readLedger(readFolder(content));
    expect(warningView(faceOf(read!, '2026-06-15', 'public'))).toBeUndefined();
    expect(faceOf(read!, '2026-06-15', 'public').ledger.probes).toEqual([]);
  });

  test('--column 写错的说怎样写', () => {
    const { code, err } = observe(join(root, '空更名单.csv'), '--column', '号=什么');
    expect([code, err]).toEqual([2, expect.stringContaining('写成 栏名=内容')]);
  });
});
