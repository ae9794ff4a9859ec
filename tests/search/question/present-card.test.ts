/** 问眼下的：还没、还有哪些、尚未，数的是现在没完成的，点开就是这些；整改完了吗，几种状态都说。(示例区内部站和公开站) */
import { describe, expect, test } from 'vitest';
import { isUnfinished } from '../../../src/domain/figures/state.ts';
import type { IssueStanding } from '../../../src/domain/issue/standing.ts';
import { issueRecords } from '../../../src/search/index/records.ts';
import { answer } from '../../../src/search/question/question.ts';
import type { Face } from '../../../src/views/face.ts';
import { face } from '../../documents/face.ts';
import { readerOf } from '../reader.ts';

const inside = face('shili', 'internal');
const open = face('shili', 'public');

const menu = [
  { name: '单位', href: '/units.html' },
  { name: '问题', href: '/issues.html' },
];

function asking(of: Face) {
  const { records, reader } = readerOf(of, menu);
  return async (question: string) => {
    const hits = await answer(question, reader);
    const [first] = hits;
    return {
      card: first?.kind === 'page' ? first.entry : undefined,
      titles: hits.flatMap((hit) => (hit.kind === 'page' ? [hit.entry.title] : [])),
      ids: hits.flatMap((hit) => (hit.kind === 'issue' ? [records[hit.place]!.id] : [])),
    };
  };
}
const asked = asking(inside);
const unitNamed = (name: string) =>
  [...inside.ledger.units.values()].find((unit) => unit.name === name)!;
const ids = (is: (one: IssueStanding) => boolean) =>
  inside.standing.issues
    .filter(is)
    .map(({ id }) => id)
    .toSorted();
const saidOf = (count: number) => (count === 0 ? '没有未完成的' : `未完成${String(count)}个`);
const inState = (all: readonly IssueStanding[], state: string) =>
  all.filter(({ history }) => history.state === state).length;

describe('哪些还没……', () => {
  const unfiled = ({ issue }: IssueStanding) => issue.problems.includes('not-filed');
  const all = inside.standing.issues.filter(unfiled);
  const now = all.filter(isUnfinished);

  test.each([
    '哪些单位还没备案',
    '还有哪些单位没备案',
    '哪家尚未备案',
    '还没有备案的',
    '未备案的还有哪些',
  ])('%s', async (question) => {
    const { card, ids: found } = await asked(question);
    expect(now.length).toBeLessThan(all.length);
    expect(card?.title).toBe(`未备案：未完成${String(now.length)}个`);
    expect(card?.summary).toContain(
      `问题共${String(all.length)}个：已销号${String(inState(all, 'closed'))}个，转入长期坚持${String(inState(all, 'sustained'))}个，未完成${String(now.length)}个`,
    );
    expect(card?.summary).toContain(`${String(new Set(now.map(({ unit }) => unit)).size)}家单位`);
    expect(decodeURIComponent(card?.address ?? '')).toBe('issues.html?problem=未备案');
    expect(found.toSorted()).toEqual(ids((one) => unfiled(one) && isUnfinished(one)));
  });

  test('只写这一类的名字，没问现在，都列出来，两个数都说', async () => {
    const { card, ids: found } = await asked('未备案');
    expect(card?.title).toBe(`未备案 ${String(all.length)}个，其中未完成${String(now.length)}个`);
    expect(found.toSorted()).toEqual(ids(unfiled));
  });

  test('单位、平台和类别一起问，数的是都合的', async () => {
    const wechat = (one: IssueStanding) =>
      unfiled(one) && one.platform === 'wechat-official' && isUnfinished(one);
    const { card, ids: found } = await asked('还没有备案的公众号');
    expect(card?.title).toBe(`微信公众号，未备案：未完成${String(ids(wechat).length)}个`);
    expect(decodeURIComponent(card?.address ?? '')).toBe(
      'issues.html?platform=微信公众号&problem=未备案',
    );
    expect(found.toSorted()).toEqual(ids(wechat));
  });

  test('什么也不剩的，说没有，共有的还列出来', async () => {
    const done = [...inside.byUnit.values()].find((some) =>
      some.every((one) => !isUnfinished(one)),
    );
    if (done === undefined) throw new Error('示例区里没有全都办结的单位');
    const name = inside.ledger.units.get(done[0]!.unit)!.name;
    const { card, ids: found } = await asked(`${name}还有哪些没整改`);
    expect(card?.title).toBe(`${name}：没有未完成的`);
    expect(found.toSorted()).toEqual(done.map(({ id }) => id).toSorted());
  });
});

describe('整改完了吗', () => {
  test.each(['水务局整改完了吗', '水务局整改情况', '水务局是否整改', '水务局改好了没有'])(
    '%s',
    async (question) => {
      const unit = unitNamed('示例区水务局');
      const own = inside.byUnit.get(unit.id)!;
      const now = own.filter(isUnfinished).length;
      const { card, ids: found } = await asked(question);
      expect(card?.title).toBe(`示例区水务局：${saidOf(now)}`);
      expect(card?.summary).toBe(
        `问题共${String(own.length)}个：已销号${String(inState(own, 'closed'))}个，转入长期坚持${String(inState(own, 'sustained'))}个，未完成${String(now)}个`,
      );
      expect(card?.address).toMatch(/^units\/.*\.html#(?:unfinished|issues)$/u);
      expect(found.toSorted()).toEqual(own.map(({ id }) => id).toSorted());
    },
  );

  test('还有几件没完成，只列没完成的', async () => {
    const unit = unitNamed('示例区财政局');
    const now = inside.byUnit.get(unit.id)!.filter(isUnfinished);
    const { card, ids: found, titles } = await asked('财政局还有几件没完成');
    expect(card?.title).toBe(`示例区财政局：${saidOf(now.length)}`);
    expect(now.length).toBeGreaterThan(0);
    expect(found.toSorted()).toEqual(now.map(({ id }) => id).toSorted());
    // 整本台账的数不是答案。
    expect(titles.join()).not.toMatch(/未完成 \d+个/u);
  });

  test('什么都没点名，说整本台账的', async () => {
    const now = inside.standing.issues.filter(isUnfinished).length;
    expect((await asked('整改完了吗')).titles[0]).toBe(`未完成 ${String(now)}个`);
  });

  test('专项的，点开是这个专项没完成的', async () => {
    const [campaign] = [...inside.ledger.campaigns.values()].filter(({ id }) =>
      inside.standing.issues.some((one) => one.issue.campaign === id && isUnfinished(one)),
    );
    const own = inside.standing.issues.filter(({ issue }) => issue.campaign === campaign!.id);
    const { card } = await asked(`${campaign!.name}整改完了吗`);
    expect(card?.title).toBe(
      `${campaign!.name}：未完成${String(own.filter(isUnfinished).length)}个`,
    );
    expect(decodeURIComponent(card?.address ?? '')).toBe(`issues.html?campaign=${campaign!.name}`);
  });
});

describe('问到指标和单位的', () => {
  test('只问一个指标有多少的，列出的就是它数的', async () => {
    const { titles, ids: found } = await asked('有多少个逾期');
    const late = ids(({ lateness }) => lateness.kind === 'overdue');
    expect(titles[0]).toBe(`逾期 ${String(late.length)}个`);
    expect(found.toSorted()).toEqual(late);
  });

  test('没有问题的单位，说没有', async () => {
    const none = [...inside.ledger.units.values()].find(({ id }) => !inside.byUnit.has(id))!;
    expect((await asked(`${none.name}整改完了吗`)).card?.summary).toContain('没有问题');
    expect((await asking(open)(`${none.name}整改完了吗`)).card?.summary).toContain(
      '没有公布的问题',
    );
  });

  test('说这个单位的，不说整本台账的', async () => {
    const late = inside.standing.issues.find(({ lateness }) => lateness.kind === 'overdue')!;
    const own = ids((one) => one.unit === late.unit && one.lateness.kind === 'overdue');
    const { name } = inside.ledger.units.get(late.unit)!;
    const { card, ids: found } = await asked(`${name}还有几个逾期`);
    expect(card?.title).toBe(`${name}：逾期${String(own.length)}个`);
    expect(found.toSorted()).toEqual(own);
  });

  test('公开站有不点名的，不替一个单位数逾期', async () => {
    const late = open.standing.issues.find(({ lateness }) => lateness.kind === 'overdue')!;
    const { name } = open.ledger.units.get(late.unit)!;
    expect((await asking(open)(`${name}还有几个逾期`)).titles.join()).not.toMatch(/：逾期\d/u);
  });
});

describe('这段日子里要交的', () => {
  test('题目里两个数都有，下面只列还没有申请验收的', async () => {
    const { titles, ids: found } = await asked('本月要交的有哪些');
    const span = ({ history: { round } }: IssueStanding) =>
      (round.dueOn ?? '') >= '2026-06-01' && (round.dueOn ?? '') <= '2026-06-30';
    const owed = ids(
      (one) => span(one) && ['open', 'rectifying', 'returned'].includes(one.history.state),
    );
    expect(owed.length).toBeLessThan(ids(span).length);
    expect(titles[0]).toMatch(
      new RegExp(
        `到期${String(ids(span).length)}个，其中还没有申请验收${String(owed.length)}个$`,
        'u',
      ),
    );
    expect(found.toSorted()).toEqual(owed);
  });

  test('还没到的一天，不用过去月底的数作答', async () => {
    const day = inside.standing.issues
      .flatMap(({ history }) => history.round.dueOn ?? [])
      .toSorted()
      .find((on) => on > inside.today && on.startsWith('2026-06'))!;
    const words = `6月${String(Number(day.slice(8)))}日`;
    const own = ids((one) => one.history.round.dueOn === day && isUnfinished(one));
    const { card, ids: found } = await asked(`${words}还有几个没完成`);
    expect(card?.title).toBe(`2026年${words}到期：${saidOf(own.length)}`);
    expect(found.toSorted()).toEqual(own);
  });

  test('一个单位的', async () => {
    const due = inside.standing.issues.find(({ lateness }) => lateness.kind === 'due-soon')!;
    const { name } = inside.ledger.units.get(due.unit)!;
    const own = ids(
      (one) =>
        one.unit === due.unit &&
        isUnfinished(one) &&
        (one.history.round.dueOn ?? '') >= '2026-06-01' &&
        (one.history.round.dueOn ?? '') <= '2026-06-30',
    );
    const { card, ids: found } = await asked(`${name}本月还有几个到期`);
    expect(card?.title).toBe(`${name}，6月1日至6月30日到期：未完成${String(own.length)}个`);
    expect(found.toSorted()).toEqual(own);
  });
});

describe('点了两样的、问来源的', () => {
  test.each(['残疾人联合会和庚街道逾期多少个', '微信公众号和微博逾期几个'])(
    '%s：没有一个问题是两家的，不说没有',
    async (question) => {
      expect((await asked(question)).titles.join()).not.toContain('没有逾期的');
    },
  );

  test('点开来源，筛选认得', async () => {
    const { card } = await asked('自查发现的还有几个没整改');
    expect(decodeURIComponent(card?.address ?? '')).toContain('?origin=自查');
  });
});

test('搜到的问题说逾期和截止日，不说天数：第二天这些字不变', () => {
  const tomorrow = face('shili', 'internal', '2026-06-16');
  const late = inside.standing.issues.filter(({ lateness }) => lateness.kind === 'overdue');
  const of = (one: Face) => new Map(issueRecords(one).map((record) => [record.id, record]));
  const [now, then] = [of(inside), of(tomorrow)];
  expect(late.length).toBeGreaterThan(0);
  for (const { id } of late) {
    expect(now.get(id)?.lateness).toMatch(/^(?:\d{4}年)?\d+月\d+日截止，逾期$/u);
    expect(then.get(id)).toEqual(now.get(id));
  }
  const changed = [...now].filter(
    ([id, record]) => JSON.stringify(record) !== JSON.stringify(then.get(id)),
  );
  expect(changed.length).toBeLessThan(20);
  expect(JSON.stringify([...now.values()])).not.toMatch(/逾期\d+天|剩\d+天/u);
});

test('公开站：不公开逾期单位名称的专项，搜到的不说逾期', () => {
  for (const { id, lateness } of issueRecords(open)) {
    const one = open.issues.get(id);
    // 下级的，照它自己的公开程度。
    if (one === undefined) continue;
    const may = open.ledger.campaigns.get(one.issue.campaign)!.publication.overdueNames;
    if (!may) expect(lateness).not.toMatch(/逾期|宽限/u);
  }
});
