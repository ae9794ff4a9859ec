/** 几种问法：谁最久、要交什么、那时有多少、这段日子里到期的。(示例区内部站和公开站) */
import { describe, expect, test } from 'vitest';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { isWithUnit } from '../../../src/domain/issue/round/owed.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { issueRecords } from '../../../src/search/index/records.ts';
import { searchWords } from '../../../src/search/index/search-files.ts';
import { answersTo, narrowed } from '../../../src/search/question/answers.ts';
import { answer } from '../../../src/search/question/question.ts';
import { withDigits } from '../../../src/search/question/days.ts';
import { lexiconOf } from '../../../src/search/question/parts.ts';
import { normalize } from '../../../src/search/tokens.ts';
import { mayCallLate } from '../../../src/views/face.ts';
import { longestOf } from '../../../src/views/figure/longest-view.ts';
import { face } from '../../documents/face.ts';
import { readerOf } from '../reader.ts';

const inside = face('shili', 'internal');
const open = face('shili', 'public');
const lexicon = (of: typeof inside) =>
  lexiconOf(searchWords(searchEntries(of, [], []), issueRecords(of), of.today));
const known = lexicon(inside);
const titles = (question: string, of = known) =>
  answersTo(withDigits(normalize(question)), of)?.entries.map(({ title }) => title) ?? [];
const count = (id: string, on: string) => rowsOf(figureOf(standing(inside.ledger, on), id)).length;

describe('谁最久', () => {
  test.each([
    '谁逾期最久',
    '哪个单位拖得最久',
    '逾期时间最长的问题',
    '超期最长的是哪家',
    '哪个街道逾期最久',
  ])('%s', (question) => {
    const [first, second] = titles(question);
    const days = inside.standing.issues.flatMap(({ lateness }) =>
      lateness.kind === 'overdue' ? [lateness.days] : [],
    );
    expect(first).toMatch(new RegExp(`^逾期最久${String(Math.max(...days))}天：`, 'u'));
    expect(second).toBe(`逾期 ${String(days.length)}个`);
  });

  test('等验收的、未完成的各有各的', () => {
    expect(titles('待验收最久的是哪个')[0]).toMatch(/^待审核最久\d+天：/u);
    expect(titles('未完成的哪个时间最长')[0]).toMatch(/^未完成最久\d+天：/u);
  });

  test('公开站有不点名的逾期问题时，不说谁最久；不说谁等得最久', () => {
    const outside = lexicon(open);
    const late = open.standing.issues.filter(({ lateness }) => lateness.kind === 'overdue');
    expect(late.some(({ issue }) => !mayCallLate(open, issue.campaign))).toBe(true);
    expect(titles('谁逾期最久', outside).join()).not.toMatch(/最久\d/u);
    expect(titles('待验收最久的是哪个', outside).join()).not.toMatch(/最久\d/u);
    expect(longestOf(open, 'overdue')).toBeUndefined();
  });

  test('公开站都能点名时，说谁最久', () => {
    const named = open.standing.issues.filter(({ issue }) => mayCallLate(open, issue.campaign));
    const all = { ...open, standing: { ...open.standing, issues: named } };
    expect(longestOf(all, 'overdue')?.days).toBeGreaterThan(0);
  });

  test.each(['谁最早完成整改', '最早的问题', '最长的时限'])('%s问的是别的', (question) => {
    expect(answersTo(question, known)).toBeUndefined();
  });
});

describe('要交什么', () => {
  test.each([
    ['销号要交什么', '销号要交什么'],
    ['申请验收需要哪些材料', '销号要交什么'],
    ['怎么销号', '销号要交什么'],
    ['未备案要交什么材料', '“未备案”销号要交什么'],
    ['备案的问题要提供哪些证明', '“未备案”销号要交什么'],
    ['注销要报什么', '“停用未注销”销号要交什么'],
    ['怎么申请延期', '怎样申请延期、暂缓'],
  ])('%s', (question, title) => {
    expect(titles(question)[0]).toBe(title);
  });
});

describe('不是问要交什么', () => {
  test.each(['填报什么时候截止', '上报什么时候到期', '通报哪些单位', '哪些资料公开'])(
    '%s',
    (question) => {
      expect(answersTo(question, known)).toBeUndefined();
    },
  );
});

describe('问到单位、平台的，不用整本台账的数作答', () => {
  test.each([
    '水务局下周到期',
    '微信本周到期的',
    '水务局逾期最久的',
    '水务局5月销号了几个',
    '微信公众号5月底逾期多少',
    '水务局销号要交什么',
    '文旅局下周到期',
    '外星局下周到期',
    '未备案的本周到期几个',
  ])('%s', (question) => {
    expect(answersTo(withDigits(normalize(question)), known)).toBeUndefined();
  });

  test('留下所问的单位和日子，去掉只是问法的话', () => {
    expect(narrowed('水务局下周到期', known)).toEqual({
      text: '水务局',
      days: { from: '2026-06-22', to: '2026-06-28' },
    });
    expect(narrowed('水务局逾期最久的', known)?.text).toBe('水务局逾期的');
    expect(narrowed('水务局整改完了吗', known)).toBeUndefined();
  });

  test('所答的是这个单位在那些日子到期的', async () => {
    const { records, reader } = readerOf(inside);
    const asked = async (question: string) => {
      const hits = await answer(question, reader);
      return {
        pages: hits.flatMap((hit) => (hit.kind === 'page' ? [hit.entry.title] : [])),
        ids: hits.flatMap((hit) => (hit.kind === 'issue' ? [records[hit.place]!.id] : [])),
      };
    };
    const wanted = inside.standing.issues.find(({ lateness }) => lateness.kind === 'due-soon')!;
    const unit = inside.ledger.units.get(wanted.unit)!.name;
    const due = inside.standing.issues.filter(
      (one) =>
        one.unit === wanted.unit &&
        (one.history.round.dueOn ?? '') >= '2026-06-15' &&
        (one.history.round.dueOn ?? '') <= '2026-06-28',
    );
    const soon = await asked(`${unit}两周内到期的`);
    expect(soon.ids.toSorted()).toEqual(due.map(({ id }) => id).toSorted());
    expect(soon.ids).toContain(wanted.id);
    expect(soon.pages).toContain(unit);
    const late = inside.standing.issues.find(({ lateness }) => lateness.kind === 'overdue')!;
    const owner = inside.ledger.units.get(late.unit)!.name;
    const longestOnes = await asked(`${owner}逾期最久的`);
    expect(longestOnes.ids).toContain(late.id);
    expect(longestOnes.pages).toContain(owner);
  });
});

describe('那时有多少', () => {
  test.each([
    ['5月底逾期多少', '2026-05-31'],
    ['五月末有几个未完成', '2026-05-31'],
    ['上月底逾期几个', '2026-05-31'],
    ['2025年12月底还有多少未完成', '2025-12-31'],
    ['去年底逾期多少个', '2025-12-31'],
  ])('%s', (question, on) => {
    expect(titles(question)[0]).toBe(
      `${String(Number(on.slice(0, 4)))}年${String(Number(on.slice(5, 7)))}月底：未完成${String(count('unfinished', on))}个，其中逾期${String(count('overdue', on))}个`,
    );
  });

  test('月中的一天，说前后两个月底；月份里办了多少，说那个月的进出', () => {
    expect(
      titles('5月8日逾期多少')
        .slice(0, 2)
        .map((title) => title.slice(0, 9)),
    ).toEqual(['2026年5月底：', '2026年4月底：']);
    expect(titles('5月销号了几个')[0]).toMatch(/^2026年5月：新列\d+个，.*销号\d+个/u);
    expect(titles('上个月新增多少问题')[0]).toMatch(/^2026年5月：/u);
  });

  test('还没到的日子没有数；只说日子的不算这一问', () => {
    expect(answersTo('12月底逾期多少', known)?.entries[0]?.title).toMatch(/^2025年12月底/u);
    expect(answersTo('2027年1月底逾期多少', known)).toBeUndefined();
    expect(answersTo('6月30日', known)).toBeUndefined();
    expect(answersTo('5月底前要完成的', known)).toBeUndefined();
  });
});

describe('这段日子里到期的', () => {
  test.each([
    ['本周到期', '2026-06-15', '2026-06-21'],
    ['这个星期要交的有哪些', '2026-06-15', '2026-06-21'],
    ['下周截止的', '2026-06-22', '2026-06-28'],
    ['本月到期多少', '2026-06-01', '2026-06-30'],
    ['下个月到期', '2026-07-01', '2026-07-31'],
    ['未来两周到期的', '2026-06-15', '2026-06-28'],
    ['未来30天到期的', '2026-06-15', '2026-07-14'],
    ['一个月内到期的有哪些', '2026-06-15', '2026-07-14'],
    ['麻烦说一下本周到期的', '2026-06-15', '2026-06-21'],
  ])('%s', (question, from, to) => {
    const due = inside.standing.issues.filter(({ history: { round } }) => {
      const day = round.dueOn ?? '';
      return day >= from && day <= to;
    });
    const answered = answersTo(question, known);
    expect(answered?.days).toEqual({ from, to });
    const owed = due.filter(({ history }) => isWithUnit(history)).length;
    expect(answered?.entries[0]?.title).toMatch(
      new RegExp(`到期${String(due.length)}个，其中还没有申请验收${String(owed)}个$`, 'u'),
    );
  });

  test('7天内从今天算起，不是这一周', () => {
    const wednesday = lexicon(face('shili', 'internal', '2026-06-17'));
    const seven = { from: '2026-06-17', to: '2026-06-23' };
    expect(answersTo('7天内到期', wednesday)?.days).toEqual(seven);
    expect(answersTo('一周内到期的', wednesday)?.days).toEqual(seven);
    expect(answersTo('本周到期', wednesday)?.days?.from).toBe('2026-06-15');
  });

  test('过去的日子里到期的，逾期的也还没有申请验收', () => {
    const past = inside.standing.issues.filter(
      ({ history: { round } }) =>
        (round.dueOn ?? '') >= '2026-05-01' && (round.dueOn ?? '') <= '2026-05-31',
    );
    const late = past.filter(({ lateness }) => lateness.kind === 'overdue').length;
    expect(late).toBeGreaterThan(0);
    const owed = past.filter(({ history }) => isWithUnit(history)).length;
    expect(answersTo('上月到期的', known)?.entries[0]?.title).toMatch(
      new RegExp(`，其中还没有申请验收${String(owed)}个$`, 'u'),
    );
  });

  test('没过完的月说到今天，不说月末', () => {
    const flow = (month: string) =>
      known.entries.find(({ answers }) => answers?.kind === 'flow' && answers.month === month);
    expect(flow('2026-06')?.summary).toMatch(/到今天未完成\d+个/u);
    expect(flow('2026-06')?.summary).not.toContain('月末');
    expect(flow('2026-05')?.summary).toMatch(/月末未完成\d+个/u);
  });

  test('另有所问的，不是这一问', () => {
    expect(answersTo('本周谁值班', known)).toBeUndefined();
    expect(answersTo('财政局', known)).toBeUndefined();
    expect(answersTo('水务局整改完了吗', known)).toBeUndefined();
  });
});
