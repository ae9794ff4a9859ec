/** 不涉及账号的问题: what pages, data and search show of them, on both sites. (示例区，虚构) */
import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../src/documents/data/calendar.ts';
import { dataTables } from '../../src/documents/data/data-tables.ts';
import { feedFile } from '../../src/documents/data/feed.ts';
import { reportPage } from '../../src/form/page-data/report-page.ts';
import { unitRef } from '../../src/views/names.ts';
import { issueRecords } from '../../src/search/index/records.ts';
import { campaignView, listedRows } from '../../src/views/kind/campaign-view.ts';
import { platformGroups, platformParts } from '../../src/views/kind/group-view.ts';
import { issueView } from '../../src/views/issue/issue-view.ts';
import { changeViews } from '../../src/views/issue/change-view.ts';
import { unitView } from '../../src/views/unit/unit-view.ts';
import { face } from '../documents/face.ts';

const CAMPAIGN = '2026-hazard';
const PLACED = '2026-hazard-02';
const BARE = '2026-hazard-01';

describe.each(['public', 'internal'] as const)('%s', (audience) => {
  const shown = face('shili', audience);
  const view = (id: string) => issueView(shown, shown.issues.get(id)!);

  test('问题页：责任单位、地点、配合单位；没有账号，也没有检查指标', () => {
    const { row, listed, rules } = view(PLACED);
    expect(row.account).toBeUndefined();
    expect(row.unit.name).toBe('示例区甲街道办事处');
    expect(row.subject).toBe('街道便民服务中心');
    expect(row.platform).toMatchObject({ id: 'no-account', name: '不涉及账号' });
    expect(row.assisting.map(({ name }) => name)).toEqual(['示例区人民政府办公室', '示例区民政局']);
    expect(listed.map(({ name }) => name)).toEqual([
      '地点或项目名称',
      '责任单位',
      '存在问题',
      '整改措施',
      '整改时限',
    ]);
    expect(rules).toEqual([]);
    expect(view(BARE).row.subject).toBe('');
    expect(view(BARE).listed.map(({ name }) => name)).not.toContain('地点或项目名称');
  });

  test('专项的清单照它自己的栏', () => {
    const { list, roll } = campaignView(shown, CAMPAIGN);
    expect(list.columns.map(({ key }) => key)).toEqual([
      'row',
      'place',
      'listedHost',
      'assisting',
      'finding',
      'measures',
      'deadline',
    ]);
    expect(listedRows(shown, roll.ids)[1]?.cells).toMatchObject({
      place: '街道便民服务中心',
      assisting: '示例区人民政府办公室、示例区民政局',
    });
    expect(campaignView(shown, '2025-special').list.columns).toHaveLength(6);
  });

  test('配合的问题另列，不进单位的数', () => {
    const units = [...shown.ledger.units.values()];
    const assisted = units.map((unit) => unitView(shown, unit));
    const own = assisted.reduce((sum, { row }) => sum + row.issues, 0);
    expect(own).toBe(shown.standing.issues.length);
    const bureau = assisted.find(({ row }) => row.name === '示例区民政局')!;
    expect(bureau.assists.map(({ id }) => id)).toEqual([PLACED]);
    expect(bureau.groups.flatMap(({ rows }) => rows.map(({ id }) => id))).not.toContain(PLACED);
  });

  test('按平台各组加起来是全部；不涉及账号的一组在最后，没有账号', () => {
    const sum = platformParts(shown).reduce((total, part) => total + part.total, 0);
    expect(sum).toBe(shown.standing.issues.length);
    const last = platformGroups(shown).at(-1);
    expect(last).toMatchObject({ key: 'no-account', name: '不涉及账号', accounts: [] });
    expect(last?.ids).toHaveLength(12);
  });

  test('搜索：地点、责任单位、配合单位都找得到，标题不写斜线', () => {
    const records = issueRecords(shown);
    const record = records.find(({ id }) => id === PLACED)!;
    expect(record.title).toBe('序号2 街道便民服务中心：二层安全出口堆放杂物，应急照明灯损坏2处');
    expect(record.texts).toEqual(
      expect.arrayContaining(['街道便民服务中心', '示例区甲街道办事处', '示例区民政局']),
    );
    expect(record.facets['平台']).toEqual(['不涉及账号']);
    expect(records.find(({ id }) => id === BARE)?.title).toBe(
      '序号1：消防安全管理制度不健全，没有写明值班巡查的责任人',
    );
  });

  test('搜索：一样合适的，没办完的在前，再是长期坚持、已销号、撤销', () => {
    const turns = issueRecords(shown)
      .flatMap(({ id }) => shown.issues.get(id)?.history.state ?? [])
      .map((state) => Math.max(-1, ['sustained', 'closed', 'void'].indexOf(state)));
    expect(turns).toEqual(turns.toSorted((a, b) => a - b));
    expect(new Set(turns).size).toBe(4);
  });

  test('搜索：已验收的不筛成待审核', () => {
    for (const { id, facets } of issueRecords(shown)) {
      const phase = shown.issues.get(id)?.history.phase;
      if (phase === 'awaiting') expect(facets['状态']).toEqual(['已验收待销号']);
    }
  });

  test('数据、变化、订阅源、日历：没有账号的不写账号，写地点', () => {
    const rows = dataTables(shown).find(({ name }) => name === 'issues')?.rows ?? [];
    expect(rows.find(({ id }) => id === PLACED)).toMatchObject({
      account: undefined,
      accountName: undefined,
      listed: undefined,
      place: '街道便民服务中心',
      assisting: ['示例区人民政府办公室', '示例区民政局'],
      platform: '不涉及账号',
      unitName: '示例区甲街道办事处',
    });
    const steps = changeViews(shown).filter((one) => one.kind === 'step' && one.issue.id === BARE);
    expect(steps).toMatchObject([{ subject: '' }, { subject: '' }, { subject: '' }]);
    expect(feedFile(shown)).toContain('示例区甲街道办事处 街道便民服务中心</title>');
    const calendar = calendarFile(shown).replace(/\r\n /gu, '');
    expect(calendar).toContain('SUMMARY:整改截止：示例区甲街道办事处 街道便民服务中心\r\n');
    expect(calendar).toContain('SUMMARY:整改截止：示例区民政局\r\n');
    for (const file of [feedFile(shown), calendar]) expect(file).not.toContain('undefined');
  });

  test('填报页：不涉及账号的问题可选，写着地点', () => {
    const { row } = view(PLACED);
    const page = reportPage(shown, unitRef(shown.ledger, row.unit.id), undefined, true);
    expect(page.data.subjects.find(({ id }) => id === PLACED)?.name).toContain(row.subject);
  });
});
