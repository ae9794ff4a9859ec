/** 不涉及账号的专项: its list, working ledger, report, reminder and letter. (示例区，虚构) */
import { expect, test } from 'vitest';
import { accountInWords, issueInWords } from '../../src/documents/letter/account-words.ts';
import { overdueRows, overdueSheet } from '../../src/documents/letter/urge.ts';
import { listSheet } from '../../src/documents/sheet/list-sheet.ts';
import { selectedRows } from '../../src/documents/sheet/selection.ts';
import { workingSheet } from '../../src/documents/sheet/working-ledger.ts';
import { campaignView } from '../../src/views/kind/campaign-view.ts';
import { face } from './face.ts';
import { ledger } from './run.ts';

const shili = face('shili');
const CAMPAIGN = '2026-hazard';
const { rows } = selectedRows(shili, { campaign: CAMPAIGN });
const titles = ({ columns }: { columns: readonly { title: string }[] }) =>
  columns.map(({ title }) => title);

test('问题清单印它有的栏，配合单位、地点照写', () => {
  const sheet = listSheet(campaignView(shili, CAMPAIGN), rows);
  expect(titles(sheet)).toEqual([
    '序号',
    '地点或项目名称',
    '责任单位',
    '配合单位',
    '存在问题',
    '整改措施',
    '整改时限',
  ]);
  expect(sheet.rows.map((row) => row.slice(0, 4))).toEqual([
    [1, undefined, '示例区教育局', ''],
    [2, '街道便民服务中心', '示例区甲街道办事处', '示例区人民政府办公室、示例区民政局'],
    [3, '镇政府机关食堂', '子镇', ''],
    [4, '乡政府信息机房', '示例区甲子乡人民政府', '示例区人民政府办公室'],
    [5, '示例区第二小学校门口路段', '示例区教育局', '示例区公安分局'],
    [6, undefined, '区民政局', ''],
    [7, '老旧小区改造项目（二期）工地', '示例区乙街道办事处', '示例区公安分局、示例区甲街道办事处'],
    [8, '农贸市场北侧消防通道', '示例区丑镇人民政府', ''],
  ]);
});

test('工作台账：屏幕上地点和配合单位各一栏，纸上地点在账号一栏；别的专项的栏目不变', () => {
  const screen = workingSheet(shili, rows, undefined, false);
  expect(titles(screen)).toEqual(
    expect.arrayContaining(['责任单位', '账号', '地点或项目名称', '配合单位']),
  );
  const paper = workingSheet(shili, rows, undefined, true);
  expect(titles(paper).slice(0, 3)).toEqual(['序号', '责任单位', '地点或项目名称']);
  expect(paper.rows.map((row) => row[2]).slice(0, 2)).toEqual(['/', '街道便民服务中心']);
  const others = selectedRows(shili, { campaign: '2026-hotline' }).rows;
  const plain = titles(workingSheet(shili, others, undefined, false));
  expect(plain.slice(0, 3)).toEqual(['序号', '主办单位', '账号']);
  expect(plain).not.toContain('地点或项目名称');
  const mixed = workingSheet(shili, [...rows, ...others], undefined, true);
  expect(titles(mixed).slice(1, 3)).toEqual(['责任单位', '账号或地点、项目']);
});

test('一句话里：地点、问题、配合单位；没有地点的直接写问题', () => {
  expect([rows[1]!, rows[0]!].map(issueInWords)).toEqual([
    '街道便民服务中心：二层安全出口堆放杂物，应急照明灯损坏2处（配合单位：示例区人民政府办公室、示例区民政局）',
    '消防安全管理制度不健全，没有写明值班巡查的责任人',
  ]);
  expect(accountInWords(rows[0]!)).toBe('/');
});

test('督办函的附表', () => {
  const late = overdueRows(shili, 'jia-jiedao');
  const sheet = overdueSheet(shili, shili.ledger.units.get('jia-jiedao')!, late);
  expect(titles(sheet)[1]).toBe('地点或项目名称');
  expect(sheet.rows[0]?.[1]).toBe('街道便民服务中心');
});

test('报告不写网站、新媒体和平台，也没有“0个账号”', () => {
  const { code, out } = ledger('report', CAMPAIGN, '--content', 'tests/fixtures/shili', '--text');
  expect(code).toBe(0);
  expect(out).toContain('列入清单的问题共8个，涉及6个单位。');
  expect(out).not.toMatch(/账号|网站|平台/u);
});
