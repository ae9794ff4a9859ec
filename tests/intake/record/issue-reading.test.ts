/** 草稿: a row is settled, asked about, or left out. */
import { describe, expect, test } from 'vitest';
import { Inquiry, questionKey } from '../../../src/intake/inquiry/question.ts';
import type { ListRow } from '../../../src/intake/list/entry.ts';
import { type ListSetting, readIssue } from '../../../src/intake/record/issue-reading.ts';
import { Known } from '../../../src/intake/record/known.ts';
import { checkSmall } from '../../ledger/small.ts';
import { listRow } from './row/rows.ts';

const { ledger } = checkSmall();
const sound = {
  host: '甲街道',
  listed: '微信公众号：甲街道发布',
  finding: '更新不及时',
  measures: '及时更新',
  deadline: '3月底前',
};

/** A row as a draft; `given` are answers by `ask 文字`. */
function draftOf(
  row: ListRow,
  {
    setting = {},
    given = {},
    prior,
  }: {
    setting?: Partial<ListSetting>;
    given?: Record<string, string>;
    prior?: string;
  } = {},
) {
  const answers = new Map(
    Object.entries(given).map(([question, answer]) => {
      const [ask = '', text = ''] = question.split(' ');
      return [questionKey(ask as 'confirm', text), [answer]] as const;
    }),
  );
  const inquiry = new Inquiry(answers);
  const whole: ListSetting = {
    listedOn: '2026-03-01',
    closeOfBusiness: '18:00',
    origin: () => 'self-check',
    width: 0,
    ...setting,
  };
  const draft = readIssue(row, whole, new Known(ledger!), inquiry, () =>
    ledger!.issues.get(prior ?? ''),
  );
  return {
    draft,
    asked: (typeof draft === 'string' ? [] : draft.questions).map(({ ask, text }) =>
      `${ask} ${text}`.trim(),
    ),
  };
}

describe('读得准的', () => {
  test('每样都有，一句不问', () => {
    const { draft, asked } = draftOf(listRow(sound));
    expect(asked).toEqual([]);
    expect(draft).toMatchObject({
      listed: '微信公众号：甲街道发布',
      finding: '更新不及时',
      values: {
        problems: ['stale'],
        deadline: { kind: 'fixed', dueOn: '2026-03-31' },
        origin: 'self-check',
        listedOn: '2026-03-01',
      },
    });
  });

  test('没有时限一栏的，从措施里读，并注明', () => {
    const { deadline: _, ...without } = sound;
    const { draft } = draftOf(listRow({ ...without, measures: '3月底前整改到位' }));
    expect(draft).toMatchObject({ values: { deadline: { kind: 'fixed', dueOn: '2026-03-31' } } });
    expect(draft).toHaveProperty(
      'readings',
      expect.arrayContaining([{ field: 'deadline', note: '清单没有时限一栏，时限取自整改要求' }]),
    );
  });
});

describe('不是问题的', () => {
  test.each(['无', '未发现问题', '合格', '——'])('“%s”不录', (finding) => {
    expect(draftOf(listRow({ ...sound, finding })).draft).toBe('nothing-found');
  });

  test('写着已办结的要问；答了不录入的不录，答了录入的读下去', () => {
    const row = () => listRow({ ...sound, status: '已完成' });
    const { draft, asked } = draftOf(row());
    expect(asked).toEqual(['status 已完成']);
    expect(draft).not.toHaveProperty('values');
    expect(draftOf(row(), { given: { 'status 已完成': '不录入' } }).draft).toBe('answered');
    expect(draftOf(row(), { given: { 'status 已完成': '录入为待整改' } }).draft).toHaveProperty(
      'values.problems',
    );
  });
});

describe('读不准的', () => {
  test('缺了存在问题或账号，先问这一行，别的不读', () => {
    for (const missing of ['finding', 'listed'] as const) {
      const { draft, asked } = draftOf(listRow({ ...sound, [missing]: '' }));
      expect(asked).toEqual([expect.stringMatching(/^confirm /u)]);
      expect(draft).toMatchObject({ found: {} });
    }
  });

  test('没有填表日期的，时限不猜', () => {
    const { draft } = draftOf(listRow(sound), { setting: { listedOn: undefined } });
    expect(draft).not.toHaveProperty('values');
    expect(draft).toHaveProperty('found.problems', ['stale']);
  });

  test('一行里几样不认得的一起问', () => {
    const { asked } = draftOf(
      listRow({ ...sound, finding: '页面颜色难看', deadline: '尽快吧大概' }),
    );
    expect(asked.map((one) => one.split(' ')[0])).toEqual(
      expect.arrayContaining(['problems', 'deadline']),
    );
  });

  test('没有措施的要问，问着的不算读好', () => {
    const { draft } = draftOf(listRow({ ...sound, measures: '' }));
    expect(draft).not.toHaveProperty('values.owner');
  });
});

test('台账里已有、字没变的，照人定过的，不再问', () => {
  const known = ledger!.issues.get('zx-01');
  const { draft, asked } = draftOf(listRow({ ...sound, deadline: known?.deadline.text ?? '' }), {
    prior: 'zx-01',
  });
  expect(asked).toEqual([]);
  expect(draft).toMatchObject({ values: { deadline: known?.deadline, problems: known?.problems } });
});
