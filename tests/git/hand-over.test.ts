/**
 * 机构调整 in a real repository: two units merge, one is split, one renamed, an account moves; what was published before
 * is counted again, who may report changes on the day, and no page loses its address. (示例区，虚构)
 */
import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overviewOf } from '../../src/domain/figures/overview.ts';
import { standing, standingWithin } from '../../src/domain/issue/standing.ts';
import { commitOf } from '../../src/history/place.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { auditOf } from '../../src/review/audit.ts';
import { review } from '../../src/review/review.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { faceOf } from '../../src/views/face.ts';
import { unitView } from '../../src/views/unit/unit-view.ts';
import { shili } from '../generator/fixture.ts';
import { generate } from '../generator/generate.ts';
import { Office } from './office-round.ts';

const TODAY = shili.asOf;
const BEFORE = '2026-06-11';
const ON = '2026-06-12';
let office: Office;
let before: Ledger;

beforeAll(() => {
  office = new Office(generate({ ...shili, handOvers: false }));
  // Somebody who is reviewer and maintainer may hand over alone.
  const site = office.path('content/site.yaml');
  const text = new TextDecoder().decode(readFolder(office.path('content')).texts.get('site.yaml'));
  writeFileSync(
    site,
    text.replace('maintainers: [', 'maintainers: [{ account: reviewer-1, from: 2025-01-01 }, '),
  );
  office.commit('审核员兼任管理员');
  before = read();
});
afterAll(() => {
  office.close();
});

function read(): Ledger {
  const { ledger, faults } = checkLedger(readFolder(office.path('content')));
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  return ledger!;
}

const content = () => ['--content', office.path('content')];
const handOver = (...args: string[]) =>
  office.ledger('hand-over', ...args, ...content(), '--as-of', TODAY);

/** The proposal as the review sees it, then merged. */
function merge(branch: string, author = 'reviewer-1'): void {
  const place = { repository: office.dir, prefix: 'content/' };
  const [base, head] = ['main', branch].map((name) => commitOf(place, name)!.id);
  const { faults } = review({
    ...place,
    base: base!,
    head: head!,
    author,
    actor: author,
    today: TODAY,
  });
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  office.git('merge', '-q', '--no-ff', '-m', `收 ${branch}`, branch);
}

const owners = (ledger: Ledger, day: string) =>
  new Map(standing(ledger, day).issues.map(({ id, unit }) => [id, unit]));

test('合并两个镇：先看后写，账号、没办结的问题、填报员都过去，办结的留下', () => {
  const args = [
    '示例区子镇人民政府',
    '--to',
    'chou-zhen',
    '--on',
    ON,
    '--document',
    '示政发〔2026〕9号',
  ];
  const dry = handOver(...args, '--dry-run');
  expect(dry.code).toBe(0);
  expect(dry.out).toContain(
    '示例区子镇人民政府（zi-zhen）自 2026-06-12 起合并，由示例区丑镇人民政府承接',
  );
  expect(dry.out).toContain('不涉及账号的问题 2026-hazard-03 → 示例区丑镇人民政府');
  expect(dry.out).toContain('现在没有写');
  expect(office.git('branch', '--list', 'hand-over/*')).toBe('');

  const done = handOver(...args);
  expect(done.out).toContain('已写成分支 hand-over/zi-zhen-20260612');
  merge('hand-over/zi-zhen-20260612');
  const now = read();
  expect(now.units.get('zi-zhen')?.ended).toEqual({
    on: ON,
    how: 'merged',
    successors: ['chou-zhen'],
    document: '示政发〔2026〕9号',
  });
  const moved = [...owners(before, TODAY)]
    .filter(([, unit]) => unit === 'zi-zhen')
    .map(([id]) => id);
  const then = owners(now, TODAY);
  expect(moved.map((id) => [id, then.get(id)])).toEqual([
    ['2025-q2-08', 'zi-zhen'],
    ['2025-special-54', 'chou-zhen'],
    ['2026-check-40', 'zi-zhen'],
    ['2026-hazard-03', 'chou-zhen'],
    ['2026-lookback-17', 'zi-zhen'],
  ]);
  const clerk = now.units.get('zi-zhen')!.members.at(-1)!;
  expect(clerk.until).toBe(BEFORE);
  expect(now.units.get('chou-zhen')!.members.at(-1)).toEqual({
    ...clerk,
    from: ON,
    until: undefined,
  });
});

test('以前各天的指标一个不变，印发的通报、小结重算都一致，审计也一致', () => {
  const now = read();
  for (const day of [BEFORE, '2026-03-31', '2025-12-31'])
    expect(overviewOf(standing(now, day))).toEqual(overviewOf(standing(before, day)));
  const { faults } = auditOf(
    { repository: office.dir, prefix: 'content/' },
    office.git('rev-parse', 'HEAD'),
  );
  expect(faults.filter(({ rule }) => rule === 'audit-bulletin')).toEqual([]);
});

test('原单位的地址还在，指向承接的单位；承接的单位指回原单位', () => {
  const face = faceOf(read(), TODAY, 'public');
  const [old, next] = ['zi-zhen', 'chou-zhen'].map((id) =>
    unitView(face, face.ledger.units.get(id)!),
  );
  expect(old?.row).toMatchObject({
    href: '/units/zi-zhen.html',
    ended: '已并入示例区丑镇人民政府',
  });
  expect(old?.successors.map(({ href }) => href)).toEqual(['/units/chou-zhen.html']);
  expect(next?.predecessors.map(({ href }) => href)).toEqual(['/units/zi-zhen.html']);
});

test('更名：编号、地址不变，以前的日子是旧名，两个名称都认得', () => {
  expect(handOver('yin-zhen', '--rename', '示例区寅山镇人民政府', '--on', ON).code).toBe(0);
  merge('hand-over/yin-zhen-20260612');
  const now = read();
  const nameOn = (day: string) => standing(now, day).ledger.units.get('yin-zhen')?.name;
  expect([nameOn(BEFORE), nameOn(ON)]).toEqual(['示例区寅镇人民政府', '示例区寅山镇人民政府']);
  const again = handOver('示例区寅镇人民政府', '--rename', '示例区寅山镇人民政府', '--on', ON);
  expect([again.code, again.out]).toEqual([2, expect.stringContaining('它本来就叫')]);
});

test('移交一个账号：没办结的跟着走，办结的留在原单位，另一个单位的填报员不能再报', () => {
  const done = handOver('--account', 'bing-jiedao-app', '--to', 'geng-jiedao', '--on', ON);
  expect(done.out).toContain('由示例区丙街道办事处移交给示例区庚街道办事处');
  merge('hand-over/bing-jiedao-app-20260612', 'maintainer-1');
  const then = owners(read(), TODAY);
  expect(['2024-q3-01', '2025-special-18', '2026-check-22'].map((id) => then.get(id))).toEqual([
    'bing-jiedao',
    'geng-jiedao',
    'bing-jiedao',
  ]);
  const place = { repository: office.dir, prefix: 'content/' };
  const report = (author: string) => {
    const path = 'content/updates/2025-special/2025-special-18/20260615-090000-abc.yaml';
    const text = canonical('update', {
      issue: '2025-special-18',
      action: 'progress',
      reportedOn: TODAY,
      note: '正在整改',
      reporter: '科员',
    });
    const branch = `report/${author}`;
    office.git('checkout', '-q', '-b', branch, 'main');
    office.write(path, text);
    office.commit('进展');
    office.git('checkout', '-q', 'main');
    const [base, head] = ['main', branch].map((name) => commitOf(place, name)!.id);
    return review({ ...place, base: base!, head: head!, author, actor: author, today: TODAY })
      .faults.filter(({ severity }) => severity === 'fault')
      .map(({ message }) => message);
  };
  expect(report('clerk-geng-jiedao')).toEqual([]);
  expect(report('clerk-bing-jiedao')).toEqual([
    '提交人 clerk-bing-jiedao 不是示例区庚街道办事处的填报员',
  ]);
});

test('分设：有一样没说归谁就不写，一次列全；写在文件里再办', () => {
  const args = ['shili-minzheng', '--to', 'shili-canlian', 'shili-weijian', '--on', ON];
  const refused = handOver(...args);
  expect(refused.code).toBe(1);
  expect(refused.out).toContain('还有 4 样没有说归谁，什么都没有写：');
  const lines = refused.out.split('\n').filter((line) => line.includes('= #'));
  expect(lines.map((line) => line.split('=')[0])).toEqual([
    'shili-minzheng-penguin',
    'shili-minzheng-service',
    '2026-check-46',
    '2026-hazard-06',
  ]);
  const file = office.path('归谁.txt');
  writeFileSync(
    file,
    lines
      .map((line, at) => line.replace('=', `=${at === 0 ? 'shili-canlian' : '示例区卫生健康局'}`))
      .join('\r\n'),
  );
  const wrong = handOver(...args, '--assign-file', file, '--assign', 'nobody=shili-canlian');
  expect([wrong.code, wrong.out]).toEqual([2, expect.stringContaining('nobody 不在要移交的')]);
  const done = handOver(...args, '--assign-file', file);
  expect(done.out).toContain('填报员到前一天为止：clerk-shili-minzheng');
  merge('hand-over/shili-minzheng-20260612');
  const now = read();
  expect(now.units.get('shili-minzheng')?.ended).toMatchObject({ how: 'split' });
  expect(owners(now, TODAY).get('2026-hazard-06')).toBe('shili-weijian');
  expect(
    standingWithin(standing(now, TODAY), { unit: 'shili-canlian' }).accounts.map(({ id }) => id),
  ).toContain('shili-minzheng-penguin');
});

test('撤并了的单位不能再移交，也不能接收；没到的日子不能办', () => {
  const gone = handOver('zi-zhen', '--to', 'jia-jiedao', '--on', TODAY);
  expect([gone.code, gone.out]).toEqual([2, expect.stringContaining('写现在的单位：chou-zhen')]);
  const into = handOver('jia-jiedao', '--to', 'zi-zhen', '--on', TODAY);
  expect(into.out).toContain('示例区子镇人民政府自 2026-06-12 起已经合并');
  expect(handOver('jia-jiedao', '--to', 'yi-jiedao', '--on', '2026-07-01').out).toContain(
    '还没有到',
  );
  expect(handOver('jia-jiedao', '--on', TODAY).out).toContain('--how abolished');
  expect(handOver('jia-jiedao', '--how', 'abolished', '--on', TODAY).out).toContain('没有说归谁');
});

test('审核员和管理员不是一个人：审核员先移交问题，管理员再办其余的，各自都过审核', () => {
  const args = ['jia-zi-xiang', '--to', 'jia-jiedao', '--on', ON];
  const faultsOf = (branch: string, author: string) => {
    const place = { repository: office.dir, prefix: 'content/' };
    const [base, head] = ['main', branch].map((name) => commitOf(place, name)!.id);
    return review({ ...place, base: base!, head: head!, author, actor: author, today: TODAY })
      .faults.filter(({ severity }) => severity === 'fault')
      .map(({ message }) => message);
  };
  const whole = handOver(...args, '--branch', 'whole');
  expect(whole.out).toContain('审核员先加 --issues 办一次并合并');
  expect(faultsOf('whole', 'maintainer-1').length).toBeGreaterThan(0);

  const first = handOver(...args, '--issues');
  expect(first.out).toContain('不涉及账号的问题 2026-hazard-04 → 示例区甲街道办事处');
  const branch = 'hand-over/jia-zi-xiang-issues-20260612';
  const written = office.git('diff', '--name-only', 'main', branch).split('\n');
  expect(written.every((path) => path.startsWith('content/updates/'))).toBe(true);
  merge(branch, 'reviewer-1');

  const then = handOver(...args, '--assign', '2026-hazard-04=jia-jiedao');
  expect([then.code, then.out]).toEqual([0, expect.stringContaining('由管理员提交。')]);
  merge('hand-over/jia-zi-xiang-20260612', 'maintainer-1');
  const now = read();
  expect(now.units.get('jia-zi-xiang')?.ended?.successors).toEqual(['jia-jiedao']);
  expect(owners(now, TODAY).get('2026-hazard-04')).toBe('jia-jiedao');
  expect(owners(now, BEFORE).get('2026-hazard-04')).toBe('jia-zi-xiang');
  expect(
    handOver('yi-jiedao', '--to', 'jia-jiedao', '--on', ON, '--issues', '--dry-run').code,
  ).toBe(0);
  expect(handOver('ji-jiedao', '--to', 'jia-jiedao', '--on', ON, '--issues').out).toContain(
    '没有不涉及账号而没办结的问题',
  );
});
