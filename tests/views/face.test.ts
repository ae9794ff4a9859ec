import { describe, expect, test } from 'vitest';
import { ledgerOn } from '../../src/domain/ledger-on.ts';
import { openLedger } from '../../src/ledger/open.ts';
import { campaignHeads, campaignView } from '../../src/views/kind/campaign-view.ts';
import { faceOf, mayCallLate } from '../../src/views/face.ts';
import { figureNamed, figureViews, namedFigureRows } from '../../src/views/figure/figure-view.ts';
import { figureRolls } from '../../src/views/figure/figure-roll.ts';
import { changeViews } from '../../src/views/issue/change-view.ts';
import { issueRow } from '../../src/views/issue/issue-row.ts';
import { homeView } from '../../src/views/home/home-view.ts';
import { issueView } from '../../src/views/issue/issue-view.ts';
import { unitView } from '../../src/views/unit/unit-view.ts';

const ledger = openLedger('tests/fixtures/shili');
const today = ledger.site.asOf!;
const open = faceOf(ledger, today, 'public');
const inside = faceOf(ledger, today, 'internal');

describe('公开程度', () => {
  test('公开站只有公开清单的专项，内部站什么都有', () => {
    const levels = [...open.ledger.campaigns.values()].map(({ publication }) => publication.level);
    expect(new Set(levels)).toEqual(new Set(['list']));
    expect(inside.ledger.campaigns.size).toBe(ledger.campaigns.size);
    expect(inside.standing.issues).toHaveLength(ledger.issues.size);
  });

  test('移交以前销号的留在原来的单位，公开站也是：台账已经按某天读过的也一样', () => {
    const units = ({ standing: { issues } }: typeof open) =>
      issues.map(({ id, unit }) => [id, unit] as const);
    const ofTheDay = ledgerOn(ledger, today);
    expect(ofTheDay.recorded).toBeDefined();
    expect(units(faceOf(ofTheDay, today, 'public'))).toEqual(units(open));
    expect(units(faceOf(ofTheDay, today, 'internal'))).toEqual(units(inside));
    const before = new Map(inside.standing.issues.map(({ id, unit }) => [id, unit]));
    for (const [id, unit] of units(open)) expect(unit).toBe(before.get(id));
  });

  test('不公开的专项在公开站没有页面、没有数字、不在单位页里', () => {
    const hidden = [...ledger.campaigns.values()].filter(
      ({ publication }) => publication.level === 'none',
    );
    expect(hidden).not.toEqual([]);
    for (const { id } of hidden) {
      expect(campaignHeads(open).map((head) => head.id)).not.toContain(id);
      expect(() => campaignView(open, id)).toThrow(RangeError);
      const rows = [...ledger.units.values()].flatMap((unit) =>
        unitView(open, unit).groups.flatMap((group) => group.rows),
      );
      expect(rows.filter(({ campaign }) => campaign.id === id)).toEqual([]);
    }
  });

  test('只公开统计的专项有自己的数，没有一行，也不进总数', () => {
    const [counted] = open.counted;
    const { id } = counted!.campaign;
    const view = campaignView(open, id);
    expect(view.head.shows).toBe('counts');
    expect(view.roll.ids).toEqual([]);
    expect(view.head.figures.every(({ href }) => href === undefined)).toBe(true);
    expect(figureNamed(view.head.figures, 'total').count).toBe(counted!.standing.issues.length);
    expect(counted!.standing.issues.length).toBeGreaterThan(0);
    expect(open.issues.has(counted!.standing.issues[0]!.id)).toBe(false);
  });

  test('不点名的专项，公开站的已销号和长期坚持不分按期还是逾期', () => {
    const rows = (face: typeof open) =>
      face.standing.issues
        .filter(({ issue }) => !mayCallLate(open, issue.campaign))
        .filter(({ history }) => ['closed', 'sustained'].includes(history.state))
        .map((one) => issueRow(face, one));
    const shown = rows(open);
    expect(shown.length).toBeGreaterThan(0);
    for (const { lateness, stateName } of shown)
      expect([lateness.words, lateness.light, lateness.group]).toEqual([
        stateName,
        'none',
        '已销号、长期坚持',
      ]);
    expect(new Set(rows(inside).map(({ lateness }) => lateness.words)).size).toBeGreaterThan(1);
  });

  test('报送经审核合并即为验收的，经过和变化里都说明', () => {
    const says = '申请验收，经审核，验收合格';
    const steps = changeViews(inside).flatMap((one) => (one.kind === 'step' ? one : []));
    const merged = steps.filter(({ what }) => what === says);
    expect(merged.length).toBeGreaterThan(0);
    // 验收以后还要公示、上级核销的也是验收了。
    expect(merged.map(({ became }) => became)).toContain('已验收待公示');
    for (const { issue, became } of merged) {
      expect(became).not.toBe('待审核');
      const { story } = issueView(inside, inside.issues.get(issue.id)!);
      expect(story.map(({ what }) => what)).toContain(says);
    }
  });

  test('经过里拟办的写单位、职务和姓名，不写平台账户；平台未写明的不写在账号后面', () => {
    let [drafted, unstated] = [0, 0];
    for (const one of inside.issues.values()) {
      const { story, row } = issueView(inside, one);
      for (const { name, value } of story.flatMap(({ inside: facts }) => facts)) {
        expect(value).not.toMatch(/(?:reviewer|leader|clerk)-/u);
        if (name !== '拟办') continue;
        drafted += 1;
        expect(value).toMatch(/^示例区人民政府办公室审核员（示例）赵示例/u);
      }
      const tells = row.platform.id !== 'unstated' && row.platform.id !== 'other';
      if (!tells) unstated += 1;
      expect(row.onPlatform).toBe(row.account && tells ? row.platform.name : undefined);
    }
    expect([drafted > 0, unstated > 0]).toEqual([true, true]);
  });

  test('等审核的只有一个说法：状态、清单、指标都叫待审核，页面上没有待验收', () => {
    const waiting = [...inside.issues.values()].filter(
      ({ history }) => history.phase === 'submitted',
    );
    expect(waiting.length).toBeGreaterThan(0);
    const names = new Set(waiting.map((one) => issueRow(inside, one).stateName));
    expect([...names]).toEqual(['待审核']);
    expect(figureNamed(homeView(inside).figures, 'to-verify').name).toBe('待审核');
    expect(
      homeView(inside)
        .figures.map(({ name }) => name)
        .join(),
    ).not.toContain('待验收');
  });

  test('首页的各项之和等于问题总数', () => {
    for (const face of [open, inside]) {
      const { figures } = homeView(face);
      const count = (id: string): number => figureNamed(figures, id).count ?? 0;
      expect(count('closed') + count('sustained') + count('unfinished') + count('void')).toBe(
        count('total'),
      );
    }
  });
});

describe('逾期单位名称', () => {
  const silent = [...open.issues.values()].filter(
    ({ issue }) => !mayCallLate(open, issue.campaign),
  );
  const late = silent.filter(({ lateness }) => lateness.kind === 'overdue');

  test('没有写明公开的专项，公开站不说哪一件逾期', () => {
    expect(late).not.toEqual([]);
    for (const one of late) {
      const { row } = issueView(open, one);
      expect(row.lateness.words).toMatch(/截止$/u);
      expect(row.lateness.light).toBe('none');
      expect(row.lateness.group).toBe('有截止日');
    }
  });

  test('没有到期的也只说“有截止日”，免得一比就知道谁逾期', () => {
    const later = silent.filter(({ lateness }) => lateness.kind === 'due-later');
    expect(later).not.toEqual([]);
    for (const one of later) expect(issueView(open, one).row.lateness.group).toBe('有截止日');
  });

  test('同一件问题在内部站写明逾期几天', () => {
    const one = inside.issues.get(late[0]!.id)!;
    expect(issueView(inside, one).row.lateness.words).toMatch(/^逾期\d+天$/u);
  });

  test('逾期的数照样公布，不列出的另记件数，两者之和等于这个数', () => {
    const figure = figureNamed(figureViews(open.standing), 'overdue');
    const roll = figureRolls(open).find(({ id, campaign }) => id === 'overdue' && !campaign)!;
    expect(roll.withheld).toBe(late.length);
    expect(roll.ids.length + roll.withheld).toBe(figure.count);
    expect(roll.ids.every((id) => !late.some((one) => one.id === id))).toBe(true);
  });

  test('逾期率、按期率的明细也不列出这些件', () => {
    const rows = late.map(({ id }) => id);
    for (const id of ['overdue-rate', 'in-time-rate', 'waiting-late', 'in-grace'])
      expect(namedFigureRows(open, id, rows)).toEqual({ rows: [], withheld: rows.length });
    expect(namedFigureRows(inside, 'overdue', rows)).toEqual({ rows, withheld: 0 });
  });
});

describe('内部栏目', () => {
  const told = [...open.issues.keys()].filter((id) => (ledger.updates.get(id) ?? []).length > 2);

  test('公开站的经过没有理由、办理说明、人员和备注', () => {
    expect(told).not.toEqual([]);
    for (const id of told) {
      const view = issueView(open, open.issues.get(id)!);
      expect(view.note).toBeUndefined();
      expect(view.story.flatMap((entry) => entry.inside)).toEqual([]);
    }
  });

  test('公开站只显示审核员标为可公开的佐证', () => {
    const shown = told.flatMap((id) =>
      issueView(open, open.issues.get(id)!).story.flatMap((entry) => entry.evidence),
    );
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.every(({ isPublic }) => isPublic)).toBe(true);
  });

  test('内部站都有', () => {
    const all = told.flatMap((id) =>
      issueView(inside, inside.issues.get(id)!).story.flatMap((entry) => entry.inside),
    );
    expect(new Set(all.map(({ name }) => name))).toEqual(
      new Set([
        '理由',
        '核销文号',
        '进展说明',
        '填报人',
        '经办人',
        '审签人',
        '拟办',
        '代录单位',
        '收件人',
        '收件渠道',
        '内部备注',
      ]),
    );
  });

  test('公开站的单位页没有联系人和填报员', () => {
    for (const unit of ledger.units.values()) {
      const view = unitView(open, unit);
      expect([view.members, view.contacts, view.row.overdue]).toEqual([[], [], undefined]);
    }
  });
});
