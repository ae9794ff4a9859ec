/** 交办: a finding of the city goes down in a file, is mended there, closed by the city alone — and both ledgers say the same. */
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { faceOf } from '../../src/views/face.ts';
import { ledger as run, scratch } from '../documents/run.ts';
import { AS_OF, type Made } from '../generator/city.ts';
import {
  CAMPAIGN,
  done,
  madeCity,
  madeDistrict,
  received as receive,
  type Two,
  two as twoOf,
  wechatOf,
} from './two.ts';

let district: Made;
let city: Made;
beforeAll(() => {
  district = madeDistrict();
  city = madeCity();
});
const two = (): Two => twoOf(city, district);
const account = (): string => wechatOf(district);
function assign({ above, post }: Two, ...more: string[]): void {
  done(
    above,
    ...['new', 'assignment', '--child', 'q101', '--id', 'shi-01', '--on', '2026-05-06'],
    ...['--number', '示办函〔2026〕7号', '--origin', 'city', '--problem', 'rules-incomplete'],
    ...['--finding', '没有发布审核制度', '--measures', '建立发布审核制度'],
    ...['--deadline', '2026年6月30日', '--write', ...more],
  );
  done(above, 'assign', 'q101', '--out', join(post, '交办单.json'));
}
/** The child's sums go up, and what the city's page says of the assignment then. */
function gathered({ above, below }: Two, today: string): string[] {
  done(below, 'rollup', '--out', join(above, '../sticks/101.json'));
  run('gather', '--write', '--content', above, '--as-of', today);
  const { ledger } = checkLedger(readFolder(above));
  const view = childrenView(faceOf(ledger!, today, 'internal'))!;
  const table = view.tables.find(({ id }) => id === 'assigned');
  return table!.rows[0]!.map(({ text }) => text);
}
/** What the child's own ledger says of it. */
function below({ below: content }: Two) {
  const result = checkLedger(readFolder(content));
  expect(isSound(result)).toBe(true);
  const face = faceOf(result.ledger!, AS_OF, 'internal');
  const { issue, history, unit } = face.issues.get('shi-01')!;
  return { issue, unit, phase: history.phase };
}
const step = (content: string, ...args: string[]) =>
  done(content, 'update', 'shi-01', '--write', '--reported-on', AS_OF, ...args);

test(
  '市里交办、区里整改、市里核销：两边的台账和网页说的一样；谁交办谁销号',
  { timeout: 120_000 },
  () => {
    const both = two();
    assign(both, '--account', account());
    expect(receive(both)).toContain('shi-01：登记为问题，示办函〔2026〕7号，没有发布审核制度');
    receive(both, '--write');
    expect(below(both)).toMatchObject({
      phase: 'open',
      unit: 'shili-office',
      issue: {
        origin: 'city',
        source: { document: '示办函〔2026〕7号', at: '交办 shi-01' },
        deadline: { kind: 'fixed', dueOn: '2026-06-30' },
        listedOn: '2026-05-06',
      },
    });
    expect(receive(both, '--write')).toContain('shi-01：收过了');
    expect(gathered(both, AS_OF)).toEqual([
      'shi-01',
      '示例101区，示办函〔2026〕7号，5月6日',
      `${account()}：没有发布审核制度`,
      '2026年6月30日',
      '待整改',
      '',
    ]);
    step(
      both.below,
      '--action',
      'submitted',
      ...['--completed-on', AS_OF],
      ...[
        '--evidence',
        'number:示办发〔2026〕3号',
        '--reporter',
        '股长',
        '--approver',
        '主任',
        '--note',
        '制度已印发',
      ],
    );
    // The city closed it too early: the child has not accepted it yet, so nothing closes.
    const letter = join(both.post, '交办单.json');
    // The older file lies beside the newer one.
    copyFileSync(letter, join(both.post, '旧.json'));
    done(
      both.above,
      ...['assign', 'q101', '--confirm', 'shi-01', '--document', '示办函〔2026〕11号'],
      ...['--on', AS_OF, '--write', '--out', letter],
    );
    expect(receive(both, '--write')).toContain('这里还没有验收；验收以后再收一次');
    step(both.below, '--action', 'accepted');
    // Accepted below, and still not closed: that is the city's to say.
    expect(below(both).phase).toBe('awaiting');
    expect(receive(both, '--write')).toContain('上级核销，示办函〔2026〕11号');
    expect(below(both).phase).toBe('closed');
    const row = gathered(both, '2026-06-16');
    expect(row.slice(4)).toEqual(['已销号', '示办函〔2026〕11号，6月15日']);
  },
);

test('认不出账号、没有写专项、给别人的、拷坏的：说明，一条也不收', () => {
  const both = two();
  const letter = join(both.post, '交办单.json');
  assign(both, '--account', '微信公众号：没有的账号');
  const take = (...more: string[]) =>
    run(
      ...['receive', both.post, '--content', both.below, '--as-of', AS_OF, '--write'],
      ...['--received-by', '股长', ...more],
    );
  expect(take('--campaign', CAMPAIGN).out).toContain('名册里没有账号“微信公众号：没有的账号”');
  expect(take().out).toContain('加 --campaign 编号');
  const text = readFileSync(letter, 'utf8');
  writeFileSync(letter, text.replace('没有发布审核制度', '没有发布审核'));
  expect(take('--campaign', CAMPAIGN)).toMatchObject({
    code: 1,
    out: expect.stringContaining('校验值不符') as string,
  });
  writeFileSync(letter, text.replace('"101"', '"102"'));
  expect(take('--campaign', CAMPAIGN).out).toContain('不是给本台账的');
  expect(checkLedger(readFolder(both.below)).ledger?.issues.has('shi-01')).toBe(false);
});

test('编号与下级已有的问题相同：不混作一个', () => {
  const both = two();
  const [taken] = [...district.ledger.issues.values()].filter(
    ({ campaign }) => campaign === CAMPAIGN,
  );
  assign(both, '--account', account());
  const path = join(both.above, 'assignments/q101/shi-01.yaml');
  writeFileSync(join(both.above, `assignments/q101/${taken!.id}.yaml`), readFileSync(path));
  done(both.above, 'assign', 'q101', '--out', join(both.post, '交办单.json'));
  expect(receive(both)).toContain('已有同一个编号的问题，不是 示办函〔2026〕7号 交办的');
});

test('交办单里有诈：不是清单的、套得极深的、夹带终端命令的，说一句，不冒充程序说的话', () => {
  const { below: content } = two();
  const item = { id: 'shi-01', number: '示办函〔2026〕7号', assignedOn: '2026-05-06' };
  const rest = { origin: 'city', account: account(), measures: '建立制度', deadline: '6月30日前' };
  const one = { ...item, ...rest, finding: '没有制度', problems: ['rules-incomplete'] };
  const { name } = district.ledger.site;
  const self = { ...item, kind: 'self-check', id: 'shi-02', name: '自查', origin: 'city' };
  const red = [{ ...self, items: ['\u001b[31m红'], replyBy: '2026-06-30' }];
  const check = { kind: 'inspection', id: 'shi-03', name: '检查', checkedOn: '2026-05-01' };
  const hidden = { indicator: 'M2', result: 'failed', finding: '停更\u202e' };
  const turned = [
    {
      ...{ ...item, ...check, origin: 'city', edition: '2019' },
      accounts: [{ account: account(), results: [hidden] }],
    },
  ];
  const files: [string, string, string, object, string?][] = [
    ['不是清单.json', '{', '读不出的条目', { name }],
    ['极深.json', '['.repeat(200_000), '读不出的条目', { name }],
    ['不是数组.json', '{"__proto__":1}', '读不出的条目', { name }],
    ['出界.json', JSON.stringify([{ ...one, id: '../../x' }]), '读不出的条目', { name }],
    ['颜色.json', JSON.stringify([{ ...one, finding: '\u001b[31m红' }]), '读不出的条目', { name }],
    ['名称.json', '[]', '格式不对', { name: '\u001b[2J\n✓ 已收下' }],
    ['自查.json', '[]', '读不出的条目', { name }, JSON.stringify(red)],
    ['检查.json', '[]', '读不出的条目', { name }, JSON.stringify(turned)],
  ];
  const sumOf = (text: string): string => createHash('sha256').update(text).digest('hex');
  for (const [file, list, words, child, checks] of files) {
    const post = scratch();
    const sha256 = sumOf(list);
    const whole = {
      format: 'rectification-ledger/assignments',
      version: '1.0',
      by: '示例市',
      child,
      ...(checks === undefined ? {} : { checks: { list: checks, sha256: sumOf(checks) } }),
    };
    writeFileSync(join(post, file), JSON.stringify({ ...whole, list, sha256 }));
    const args = ['--content', content, '--campaign', CAMPAIGN, '--as-of', AS_OF];
    const { code, out, err } = run('receive', post, ...args);
    expect([file, code, err]).toEqual([file, 1, '']);
    expect(out).toContain(words);
    expect(out).not.toMatch(/\u001b|✓ 已收下/u);
  }
});
