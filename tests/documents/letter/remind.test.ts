import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { contentOf } from '../face.ts';
import { ledger, scratch } from '../run.ts';

interface Output {
  dayOff: { on: string; next: string } | null;
  reminders: { unit: string; level: string; issues: { id: string; reason: string }[] }[];
  records: string[];
}

function remind(...args: string[]): Output {
  const { code, out } = ledger('remind', '--json', ...args);
  expect(code).toBe(0);
  return JSON.parse(out) as Output;
}

function copyOfShili(): string {
  const folder = join(scratch(), 'content');
  cpSync(join(import.meta.dirname, '../..', '..', contentOf.shili), folder, {
    recursive: true,
  });
  return folder;
}

describe('催办', () => {
  test('先提醒，不越级', () => {
    const { reminders } = remind('--content', contentOf.shili);
    expect(reminders.length).toBeGreaterThan(0);
    expect(new Set(reminders.map(({ level }) => level))).toEqual(new Set(['remind']));
  });

  test('退回过、还没有再报的，那一行写明哪天退回、为什么；没有退回的不写', () => {
    const lines = ledger('remind', '--content', contentOf.shili).out.split('\n');
    expect(lines.filter((line) => line.includes('退回：'))).toContain(
      '1.新浪微博“示例区寅镇发布”：互动交流不够积极（截止日2026年6月3日，逾期12天；2026年2月27日退回：仍有留言没有答复，请答复后附截图再报）。销号需提交：请附互动情况的链接或截图。',
    );
    expect(
      lines.some((line) => /^\d+\..*（[^（]*）。/u.test(line) && !line.includes('退回：')),
    ).toBe(true);
    // On the day before it was returned nothing of it is said.
    const then = ledger('remind', '--content', contentOf.shili, '--as-of', '2026-02-26').out;
    expect(then).not.toContain('2026年2月27日退回');
  });

  test('登记过的不再提醒；提醒后再满三个工作日才发督办函，一级一级来', () => {
    const content = copyOfShili();
    const first = remind('--content', content, '--record', '--channel', '工作群');
    expect(first.records).toHaveLength(first.reminders.length);
    const text = readFileSync(join(content, first.records[0] ?? ''), 'utf8');
    expect(text).toMatch(/^unit: .+\nlevel: remind\nsentOn: 2026-06-15\nissues:/u);
    expect(text).toContain('channel: 工作群');
    expect(ledger('check', '--content', content).code).toBe(0);

    // 15日是周一，19日放假：18日满三个工作日。
    const tooSoon = remind('--content', content, '--as-of', '2026-06-17');
    expect(tooSoon.reminders.filter(({ level }) => level !== 'remind')).toEqual([]);
    const next = remind('--content', content, '--as-of', '2026-06-18');
    const overdue = first.reminders
      .flatMap(({ issues }) => issues)
      .filter(({ reason }) => reason === 'overdue');
    expect(overdue.length).toBeGreaterThan(0);
    const urged = next.reminders
      .filter(({ level }) => level === 'urge')
      .flatMap(({ issues }) => issues);
    expect(urged.length).toBeGreaterThan(0);
    expect(urged.every(({ reason }) => reason === 'overdue')).toBe(true);
    expect(next.reminders.some(({ level }) => level === 'circular' || level === 'interview')).toBe(
      false,
    );
  });

  test('一天登记两次，第二次说明已登记', () => {
    const content = copyOfShili();
    remind('--content', content, '--unit', 'shili-canlian', '--record');
    const before = readdirSync(join(content, 'reminders'));
    const again = remind('--content', content, '--unit', 'shili-canlian', '--record');
    expect(again).toMatchObject({ reminders: [], records: [] });
    expect(readdirSync(join(content, 'reminders'))).toEqual(before);
  });

  test('节假日不催办，调休上班的周末照催', () => {
    // 2026年6月19日端午节放假；2026年2月14日是调休上班的周六。
    expect(remind('--content', contentOf.shili, '--as-of', '2026-06-19')).toMatchObject({
      dayOff: { on: '2026-06-19', next: '2026-06-22' },
      reminders: [],
    });
    expect(remind('--content', contentOf.shili, '--as-of', '2026-02-14').dayOff).toBeNull();
    expect(ledger('remind', '--content', contentOf.shili, '--as-of', '2026-06-20').out).toBe(
      '2026年6月20日不上班，不催办；下一个工作日是2026年6月22日。\n',
    );
  });

  test('发群的文字说清单位、事项和每一条要交什么，不许诺什么都行', () => {
    const { out } = ledger('remind', '--content', contentOf.shili, '--unit', 'shili-canlian');
    expect(out).toMatch(
      /^【提醒】示例区残疾人联合会\n截至2026年6月15日，你单位有\d+个问题要抓紧办理（/u,
    );
    expect(out).toContain('佐证照每条“销号需提交”的交');
    expect(out).toContain(
      '销号需提交：“更新不及时”请附最近一次发布的链接，并在材料日期里写发布日期；“未提供有效互动”请附互动栏目的链接或界面截图。',
    );
    expect(out).not.toMatch(/编号即可|任一种/u);
  });

  test('Markdown 里台账的文字不会变成记号', () => {
    const { out } = ledger(
      'remind',
      '--content',
      contentOf.shili,
      '--format',
      'md',
      '--unit',
      'shili-canlian',
    );
    expect(out).toMatch(/^## 【提醒】示例区残疾人联合会\n/u);
    expect(out).toMatch(/\n1\. /u);
  });

  test('来源台账在13日没有逾期，也没有到提醒的日子', () => {
    expect(ledger('remind').out).toBe('今天没有要催办的。\n');
  });

  test('公开仓库里的台账不登记催办', () => {
    const { code, err } = ledger('remind', '--as-of', '2020-06-15', '--record');
    expect(code).toBe(2);
    expect(err).toContain('台账在公开仓库里，不能登记催办');
  });
});

describe('发工作群的一条消息', () => {
  test('不到 500 字：每种缘由几个、哪些单位各几个，不催本办公室', () => {
    const { code, out } = ledger('remind', '--format', 'group', '--content', contentOf.shili);
    expect(code).toBe(0);
    expect([...out].length).toBeLessThan(500);
    expect(out).toMatch(/^【整改催办】2026年6月15日，.*\n逾期\d+个：\S+\d、/u);
    expect(out).toContain('详见 https://inside.ledger.example/overdue.html');
    expect(out).not.toContain('区政府办');
    const { reminders } = remind('--content', contentOf.shili);
    const overdue = reminders
      .filter(({ unit }) => unit !== 'shili-office')
      .flatMap(({ issues }) => issues.filter(({ reason }) => reason === 'overdue'));
    expect(out).toContain(`逾期${String(overdue.length)}个：`);
  });
});
