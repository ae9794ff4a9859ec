import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textPlaceInWords } from '../../src/proofread/contradiction.ts';
import { plainPaper } from '../../src/proofread/document/plain.ts';
import { openPaper } from '../../src/proofread/document/open.ts';
import { proofread } from '../../src/proofread/proofread.ts';
import { proofRules } from '../../src/proofread/rule-list.ts';
import { wordFile } from './paper-file.ts';

const here = import.meta.dirname;

/** What is found in the text, as lines of rule, place, quote and expectation. */
async function found(name: string, bytes: Uint8Array): Promise<string[]> {
  const opened = await openPaper(name, bytes);
  if (opened.kind === 'refused') throw new Error(opened.reason);
  return proofread(opened.paper).map(({ rule, place, quote, expected }) =>
    [rule, textPlaceInWords(place), quote, expected].join('\t'),
  );
}

function textsIn(folder: string): { name: string; text: string }[] {
  return readdirSync(join(here, folder))
    .filter((name) => name.endsWith('.txt'))
    .map((name) => ({ name, text: readFileSync(join(here, folder, name), 'utf8') }));
}

const sound = textsIn('sound');
const planted = textsIn('planted');
const expected = readFileSync(join(here, 'planted', 'expected.tsv'), 'utf8')
  .trim()
  .split('\n');

test('正确的文稿十四份，有错的二十七份', () => {
  expect([sound.length, planted.length]).toEqual([14, 27]);
});

describe.each(sound)('$name', ({ name, text }) => {
  test('Word 文稿里没有发现', async () => {
    expect(await found('稿.docx', await wordFile(text))).toEqual([]);
  });

  test('纯文本里没有发现', async () => {
    expect(await found(name, new TextEncoder().encode(text))).toEqual([]);
  });
});

describe.each(planted)('$name', ({ name, text }) => {
  const lines = expected.flatMap((line) =>
    line.startsWith(`${name}\t`) ? [line.slice(name.length + 1)] : [],
  );

  test('埋下的矛盾在 Word 文稿里一处不漏、一处不多', async () => {
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(await found('稿.docx', await wordFile(text))).toEqual(lines);
  });

  test('纯文本与 Word 文稿的结果相同', async () => {
    expect(await found(name, new TextEncoder().encode(text))).toEqual(lines);
  });
});

test('每类检查都在有错的文稿里查出过', () => {
  const seen = new Set(expected.map((line) => line.split('\t')[1]));
  expect(proofRules.map(({ id }) => id).filter((id) => !seen.has(id))).toEqual([]);
});

test('来源报告里没有发现：36家42个、十个重点内容、跨页的表都不误报', async () => {
  const path = join(here, '..', 'fixtures', 'source', 'yuyang-2020-report.txt');
  const bytes = readFileSync(path);
  expect(await found('报告.txt', bytes)).toEqual([]);
  expect(await found('报告.docx', await wordFile(bytes.toString('utf8')))).toEqual([]);
});

test('来源清单改掉一个序号、加一句总数，就查得出', async () => {
  const path = join(here, '..', 'fixtures', 'source', 'yuyang-2020-report.txt');
  const text = readFileSync(path, 'utf8')
    .replace('\n21\t', '\n22\t')
    .replace('二、存在问题', '二、存在问题\n共梳理出问题25个（详见附件）。');
  expect(await found('报告.txt', new TextEncoder().encode(text))).toEqual([
    expect.stringMatching(/^rowcount\t第\d+段\t共梳理出问题25个.*\t与清单一致，为23个$/u),
    expect.stringMatching(/^rows\t表1第\d+行第1列\t22 .*\t应为21$/u),
    expect.stringMatching(/^rows\t表1第\d+行第1列\t22 .*\t应为23$/u),
  ]);
});

test('两千行占比在两秒处理器时间之内查完', () => {
  const lines = Array.from({ length: 2000 }, (_, index) => {
    const [all, part] = [2877 + index, 212 + index];
    return `共受理诉求${String(all)}件，来电${String(part)}件，占比7.1%。`;
  });
  const begun = process.cpuUsage();
  const findings = proofread(plainPaper(lines.join('\n')));
  expect(process.cpuUsage(begun).user / 1e6).toBeLessThan(2);
  expect(findings.map(({ rule }) => rule)).toContain('portions');
});

/** Six hundred names, each of another place. */
const MANY_PLACES = Array.from(
  { length: 600 },
  (_, index) => `、${String.fromCodePoint(0x4e_10 + index)}河镇`,
).join('');

test.each([
  ['和', `排名前三位的甲乙${'和丙丁'.repeat(400)}`],
  ['和，后面有数', `甲乙${'和丙丁'.repeat(400)}3页，`],
  ['和，相反的名单', `甲局${'和丙局'.repeat(400)}已注销账号；乙局${'和丁局'.repeat(400)}未`],
  ['和，其中', `甲网、乙网等3家网站存在错链问题。其中${'某某网站5条和'.repeat(40)}，`],
  ['“”高度雷同、', `发现${'“甲县发布”视频号发布的内容与“乙县发布”高度雷同、'.repeat(400)}已改。`],
  ['、，余下的名字', `15个乡镇中，12个已完成备案，甲镇${MANY_PLACES}备案`],
])('一行里几百个“%s”，也读得完', { timeout: 5000 }, (_, text) => {
  expect(proofread(plainPaper(text))).toEqual([]);
});
