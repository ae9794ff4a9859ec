/** 没有台账的: counted from the list that it returned, or from a package, under the number of its letter. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { readFolder } from '../../src/ledger/content.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { faceOf } from '../../src/views/face.ts';
import { ledger as run, scratch } from '../documents/run.ts';
import { AS_OF, childFile, laidDown, type Made, madeLedger, published } from '../generator/city.ts';

let city: Made;
let district: Made;
beforeAll(() => {
  district = madeLedger('102', 20);
  const files = new Map([
    childFile('101', 0, { public: undefined, internal: { paper: true } }),
    childFile('102', 1),
  ]);
  city = madeLedger('100', 4, files);
});

const place = (): string =>
  laidDown(scratch(), city.files, new Map([['102', published(district.ledger)]]));

const list = `序号,政府网站/政务新媒体,主办单位,存在问题,整改时限,整改状态,销号日期
1,微信公众号：甲街道发布,甲街道办事处,更新不及时,2026年6月30日,已销号,2026年5月9日
2,微信公众号：乙街道发布,乙街道办事处,更新不及时,2026年6月30日,整改中,
3,新浪微博：丙街道发布,丙街道办事处,互动回应差,2026年6月30日,,2026年6月1日
4,新浪微博：丁街道发布,丁街道办事处,更新不及时,2026年6月30日,待整改,
5,某某系统,戊街道办事处,更新不及时,2026年6月30日,未完成,
6,微信公众号：己街道发布,己街道办事处,更新不及时,长期坚持,长期坚持,`;

function gathered(content: string, from: string, on = '2026-06-10', more: string[] = []) {
  return run(
    ...['gather', '--content', content, '--as-of', AS_OF, '--from', from, '--child', 'q101'],
    ...['--number', '示办函〔2026〕9号', '--on', on, '--write', ...more],
  );
}

/** The children page as the office sees it. */
function shown(content: string) {
  const { ledger } = checkLedger(readFolder(content));
  return childrenView(faceOf(ledger!, AS_OF, 'internal'))!;
}

test('按交回的清单计数，写明文号，和有台账的一起进合计；只进内部站', () => {
  const content = place();
  const file = join(scratch(), '整改情况.csv');
  writeFileSync(file, list);
  expect(gathered(content, file).out).toContain(
    '收到报表 示办函〔2026〕9号，截至 2026-06-10，6 个问题，未完成 3 个',
  );
  const network = run('gather', '--content', content, '--as-of', AS_OF, '--write');
  expect(network.out).toContain('按报表计，现有 示办函〔2026〕9号 截至 2026-06-10 的');
  const view = shown(content);
  const [own, paper, district102] = view.rows;
  expect([paper?.counted, paper?.level]).toEqual([true, '按报表计（示办函〔2026〕9号）']);
  expect(paper?.figures).toMatchObject({
    total: 6,
    valid: 6,
    closed: 2,
    sustained: 1,
    unfinished: 3,
    open: 1,
    rectifying: 2,
  });
  expect(view.total['total']).toBe(own!.figures['total']! + 6 + district102!.figures['total']!);
  const platforms = view.tables.find(({ id }) => id === 'platforms')?.rows.map((row) => row[0]);
  expect(JSON.stringify(platforms)).toContain('未写明');
  const { ledger } = checkLedger(readFolder(content));
  const open = childrenView(faceOf(ledger!, AS_OF, 'public'))!;
  expect(open.rows.find(({ id }) => id === 'q101')?.counted).toBe(false);
});

test('读不懂的状态、没有写状态的，逐行指出，一份也不收；不是按报表计的、再来一次的，说明', () => {
  const content = place();
  const file = join(scratch(), '整改情况.csv');
  writeFileSync(file, list.replace('整改中', '差不多了').replace('待整改', ''));
  const wrong = gathered(content, file);
  expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('不认得状态“差不多了”')]);
  expect(wrong.err).toContain('没有写整改状态，也没有写销号日期');
  writeFileSync(file, list);
  expect(gathered(content, file).code).toBe(0);
  const again = gathered(content, file);
  expect([again.code, again.out]).toEqual([1, expect.stringContaining('这份报表收过了')]);
  writeFileSync(file, list.replace('待整改', '已销号'));
  expect(gathered(content, file, '2026-06-01').out).toContain('比上次收到的还旧');
  expect(gathered(content, file, '2026-06-20').out).toContain('在今天以后');
  const other = run(
    ...['gather', '--content', content, '--from', file, '--child', 'q102'],
    ...['--number', '1', '--on', '2026-06-10'],
  );
  expect([other.code, other.err]).toEqual([2, expect.stringContaining('不是按报表计的')]);
});

test('按报送包计数：核对校验码，数与做包的台账一样；改过一个字的不收', () => {
  const content = place();
  const home = laidDown(scratch(), district.files, new Map());
  const [campaign = ''] = [...district.ledger.campaigns.keys()];
  const folder = join(scratch(), '报送包');
  const packed = run('package', campaign, '--content', home, '--as-of', AS_OF, '--out', folder);
  expect([packed.code, packed.err]).toEqual([0, expect.any(String)]);
  const issues = [...district.ledger.issues.values()].filter((one) => one.campaign === campaign);
  const misdated = gathered(place(), folder, '2026-06-09');
  expect([misdated.code, misdated.err]).toEqual([1, expect.stringContaining('照包里的日子写')]);
  const done = gathered(content, folder, AS_OF);
  expect(done.out).toContain(`截至 ${AS_OF}，${String(issues.length)} 个问题`);
  expect(shown(content).rows[1]?.figures['total']).toBe(issues.length);
  const data = join(folder, '数据.json');
  writeFileSync(data, `${readFileSync(data, 'utf8')} `);
  const changed = gathered(place(), folder, AS_OF);
  expect([changed.code, changed.err]).toEqual([1, expect.stringContaining('校验码不符')]);
});

test('两个专项各一个报送包：后收的不代替先收的，再收同一个专项的才代替；合计是两个专项之和', () => {
  const content = place();
  const home = laidDown(scratch(), district.files, new Map());
  const [first = '', second = ''] = [...district.ledger.campaigns.keys()];
  const size = (campaign: string): number =>
    [...district.ledger.issues.values()].filter((one) => one.campaign === campaign).length;
  const packed = (campaign: string): string => {
    const folder = join(scratch(), campaign);
    run('package', campaign, '--content', home, '--as-of', '2026-06-10', '--out', folder);
    return folder;
  };
  const taken = (campaign: string, today: string, number: string) =>
    run(
      ...['gather', '--content', content, '--as-of', today, '--from', packed(campaign)],
      ...['--child', 'q101', '--number', number, '--on', '2026-06-10', '--write'],
    );
  const total = (): number | undefined => shown(content).rows[1]?.figures['total'];
  expect(taken(first, '2026-06-12', '甲函1号').code).toBe(0);
  expect(total()).toBe(size(first));
  const more = taken(second, '2026-06-13', '甲函2号');
  expect([more.code, more.out]).toEqual([
    0,
    expect.stringContaining('仍用 甲函1号 截至 2026-06-10 的'),
  ]);
  expect(total()).toBe(size(first) + size(second));
  expect(shown(content).rows[1]?.level).toBe('按报表计（甲函2号、甲函1号）');
  expect(taken(second, '2026-06-14', '甲函3号').out).toContain('这份报表收过了');
  // A list is of everything: it takes the place of both, and that is said.
  const file = join(scratch(), '整改情况.csv');
  writeFileSync(file, list);
  const whole = gathered(content, file, '2026-06-14');
  expect([whole.code, whole.out]).toEqual([
    1,
    expect.stringContaining('代替了按专项收的 甲函2号、甲函1号'),
  ]);
  expect(total()).toBe(6);
});
