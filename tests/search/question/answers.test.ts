/** 几种问法：谁最久、要交什么、那时有多少、这段日子里到期的。(示例区内部站和公开站) */
import { describe, expect, test } from 'vitest';
import { figureOf, rowsOf } from '../../../src/domain/figures/figures.ts';
import { standing } from '../../../src/domain/issue/standing.ts';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { issueRecords } from '../../../src/search/index/records.ts';
import { searchWords } from '../../../src/search/index/search-files.ts';
import { answersTo } from '../../../src/search/question/answers.ts';
import { withDigits } from '../../../src/search/question/days.ts';
import { lexiconOf } from '../../../src/search/question/parts.ts';
import { normalize } from '../../../src/search/tokens.ts';
import { mayCallLate } from '../../../src/views/edition.ts';
import { edition } from '../../documents/edition.ts';

const inside = edition('shili', 'internal');
const open = edition('shili', 'public');
const lexicon = (of: typeof inside) =>
  lexiconOf(searchWords(searchEntries(of, [], []), issueRecords(of), of.today));
const known = lexicon(inside);
const titles = (question: string, of = known) =>
  answersTo(withDigits(normalize(question)), of)?.entries.map(({ title }) => title) ?? [];
const count = (id: string, on: string) => rowsOf(figureOf(standing(inside.ledger, on), id)).length;

describe('谁最久', () => {
  test.each(['谁逾期最久', '哪个单位拖得最久', '逾期时间最长的问题', '超期最长的是哪家'])(
    '%s',
    (question) => {
      const [first, second] = titles(question);
      const days = inside.standing.issues.flatMap(({ lateness }) =>
        lateness.kind === 'overdue' ? [lateness.days] : [],
      );
      expect(first).toMatch(new RegExp(`^逾期最久${String(Math.max(...days))}天：`, 'u'));
      expect(second).toBe(`逾期 ${String(days.length)}个`);
    },
  );

  test('等验收的、未完成的各有各的', () => {
    expect(titles('待验收最久的是哪个')[0]).toMatch(/^待验收最久\d+天：/u);
    expect(titles('未完成的哪个时间最长')[0]).toMatch(/^未完成最久\d+天：/u);
  });

  test('公开站只说可以点名的，不说谁等得最久', () => {
    const outside = lexicon(open);
    const card = answersTo('谁逾期最久', outside)?.entries[0];
    const id = /issues\/(.+)\.html$/u.exec(card?.address ?? '')?.[1] ?? '';
    expect(mayCallLate(open, open.issues.get(id)!.issue.campaign)).toBe(true);
    expect(titles('待验收最久的是哪个', outside)[0]).not.toMatch(/待验收最久/u);
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
  ])('%s', (question, from, to) => {
    const due = inside.standing.issues.filter(({ history: { round } }) => {
      const day = round.dueOn ?? '';
      return day >= from && day <= to;
    });
    const answered = answersTo(question, known);
    expect(answered?.days).toEqual({ from, to });
    expect(answered?.entries[0]?.title).toMatch(new RegExp(`到期${String(due.length)}个$`, 'u'));
  });

  test('另有所问的，不是这一问', () => {
    expect(answersTo('本周谁值班', known)).toBeUndefined();
    expect(answersTo('财政局', known)).toBeUndefined();
    expect(answersTo('水务局整改完了吗', known)).toBeUndefined();
  });
});
