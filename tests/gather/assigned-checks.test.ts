/** 交办的检查: a check and a self-check that the city made go down, become the district's, and are told of with its sums. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as ExcelJS from '@cj-tech-master/excelts';
import { beforeAll, expect, test } from 'vitest';
import { inspectionFigures } from '../../src/domain/inspection/inspection-figures.ts';
import { inspectionBefore } from '../../src/domain/inspection/sample.ts';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';
import { openInspections } from '../../src/form/page-data/inspection-page.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { inspectionPages } from '../../src/views/inspection/inspection-view.ts';
import { selfCheckPages } from '../../src/views/self-check/self-check-view.ts';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { faceOf } from '../../src/views/face.ts';
import { ledger as run } from '../documents/run.ts';
import { AS_OF, type Made } from '../generator/city.ts';
import { done, madeCity, madeDistrict, received, type Two, two } from './two.ts';

const NUMBER = '示办函〔2026〕9号';
const CHECK = '2026-q2-shi';
const SELF_CHECK = '2026-zicha';
let district: Made;
let city: Made;
beforeAll(() => {
  district = madeDistrict();
  // Checks and self-checks are for the offices alone, and so is what is told of them.
  city = madeCity({ public: undefined, internal: { path: '../sticks/101.json' } });
});

/** The accounts of the check as a letter names them: one fails M2, one passes everything. */
function checkedAccounts(): [failed: string, passed: string] {
  const media = [...district.ledger.accounts.values()].filter(
    (one) => one.kind === 'new-media' && one.platform === 'wechat-official',
  );
  return [`微信公众号：${media[0]!.name}`, `微信公众号：${media[1]!.name}`];
}
const tableOf = (rows: readonly (readonly string[])[]): string =>
  `${[['账号', '指标', '结果', '存在问题'], ...rows].map((row) => row.join(',')).join('\n')}\n`;

const head = (id: string, name: string): string[] => [
  ...['--child', 'q101', '--id', id, '--name', name, '--number', NUMBER],
  ...['--on', '2026-05-20', '--origin', 'city'],
];
function check({ above, post }: Two, text: string): ReturnType<typeof run> {
  const from = join(above, '../检查结果.csv');
  writeFileSync(from, text);
  return run(
    ...['new', 'assigned-check', ...head(CHECK, '示例市2026年第二季度检查'), '--from', from],
    ...['--checked-on', '2026-05-18', '--deadline', '2026年6月30日', '--write'],
    ...['--content', above, '--as-of', AS_OF, ...(post === '' ? ['--json'] : [])],
  );
}
function assigned(both: Two): void {
  const [failed, passed] = checkedAccounts();
  const made = check(
    both,
    tableOf([
      [failed, 'M2', '不合格', '三周没有更新'],
      [failed, 'M3', '合格', ''],
      [passed, '', '合格', ''],
    ]),
  );
  expect([made.code, made.err]).toEqual([0, '']);
  expect(made.out).toContain('交办的问题 1 个');
  done(
    both.above,
    ...['new', 'assigned-self-check', ...head(SELF_CHECK, '示例市2026年自查'), '--write'],
    ...['--reply-by', '2026-06-30', '--item', '有没有长期不更新的账号', '有没有没有备案的账号'],
  );
  const out = done(both.above, 'assign', 'q101', '--out', join(both.post, '交办单.json'));
  expect(out).toContain('1 个，检查、自查 2 项');
}
const ledgerIn = (content: string) => {
  const result = checkLedger(readFolder(content));
  expect(result.faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  expect(isSound(result)).toBe(true);
  return result.ledger!;
};
/** The child's sums go up; the rows of a table of the city's page then. */
function told({ above, below }: Two, today: string): Map<string, string[][]> {
  done(below, 'rollup', '--internal', '--out', join(above, '../sticks/101.json'));
  expect(run('gather', '--write', '--content', above, '--as-of', today).code).toBe(0);
  const view = childrenView(faceOf(ledgerIn(above), today, 'internal'))!;
  return new Map(
    view.tables.map(({ id, rows }) => [id, rows.map((row) => row.map(({ text }) => text))]),
  );
}

test(
  '市里的检查：成为区里的检查，来源、指标版本、文号照原样；不合格的成为问题，市里核销才销号；状态随汇总回来',
  { timeout: 120_000 },
  () => {
    const both = two(city, district);
    assigned(both);
    const said = received(both);
    expect(said).toContain(`${CHECK}：登记为检查，${NUMBER}，示例市2026年第二季度检查`);
    expect(said).toContain(`${CHECK}-01：登记为问题，${NUMBER}，内容不更新：三周没有更新`);
    received(both, '--write');
    const below = ledgerIn(both.below);
    const inspection = below.inspections.get(CHECK)!;
    expect(inspection).toMatchObject({
      checkedOn: '2026-05-18',
      edition: '2019',
      scope: { kind: 'above', origin: 'city', document: NUMBER },
    });
    expect(inspection.accounts.map(({ results }) => results.length)).toEqual([2, 3]);
    // What the city chose stands for nobody else, and is none of the district's own checks.
    expect(inspectionFigures(below, inspection)).toMatchObject({
      checked: 2,
      passed: 1,
      failed: 1,
      rate: undefined,
      interval: undefined,
    });
    expect(inspectionBefore(below, '2026-12-31')?.id).not.toBe(CHECK);
    // Its results are the city's: they are filled in nowhere here, and do not stand in the way of one's own check.
    const own = [...below.inspections.keys()].filter((id) => id !== CHECK);
    const open = openInspections(faceOf(below, AS_OF, 'internal')).map(({ id }) => id);
    expect([open.includes(CHECK), own.length > 0, open.length > 0]).toEqual([false, true, true]);
    const sheet = join(both.below, '../检查表.xlsx');
    for (const option of ['--sheet', '--fill'])
      expect(run('inspect', CHECK, option, sheet, '--content', both.below)).toMatchObject({
        code: 2,
        err: expect.stringContaining('是上级的检查') as string,
      });
    const pages = inspectionPages(faceOf(below, AS_OF, 'internal'));
    expect(pages.find(({ id }) => id === CHECK)?.intro[0]).toContain(
      `市级交办（${NUMBER}），查哪些由上级定，不能推算全部`,
    );
    const issue = below.issues.get(`${CHECK}-01`)!;
    expect(issue).toMatchObject({
      origin: 'city',
      indicator: { id: 'M2', edition: '2019' },
      source: { document: NUMBER },
      deadline: { kind: 'fixed', dueOn: '2026-06-30' },
    });
    // Opened below as its own checks are: what the letter brought is not opened twice.
    expect(done(both.below, 'inspect', 'open', CHECK, '--write')).toContain('新列问题 0');
    expect(received(both, '--write')).toContain(`${CHECK}：收过了`);
    const first = told(both, AS_OF);
    expect(first.get('assigned-checks')).toEqual([
      [
        ...[CHECK, `示例101区，${NUMBER}，5月20日`, '检查'],
        '示例市2026年第二季度检查：检查 2 个，不合格 1 个',
        ...['', '已登记，检查 2 个，不合格 1 个'],
      ],
      [
        ...[SELF_CHECK, `示例101区，${NUMBER}，5月20日`, '自查'],
        '示例市2026年自查：重点内容 2 项',
        '6月30日',
        `${String(below.units.size)} 家单位，已报 0，零报告 0，未报 ${String(below.units.size)}，发现 0 个`,
      ],
    ]);
    expect(first.get('assigned')?.[0]?.[4]).toBe('待整改');
    const step = (...args: string[]): string =>
      done(both.below, 'update', `${CHECK}-01`, '--write', '--reported-on', AS_OF, ...args);
    step(
      ...[
        '--action',
        'submitted',
        '--completed-on',
        AS_OF,
        '--evidence',
        `link:https://q101.gov.example/1@${AS_OF}`,
      ],
      ...['--reporter', '股长', '--approver', '主任', '--note', '已恢复更新'],
    );
    step('--action', 'accepted');
    const letter = join(both.post, '交办单.json');
    done(
      both.above,
      ...['assign', 'q101', '--confirm', `${CHECK}-01`, '--document', '示办函〔2026〕12号'],
      ...['--on', AS_OF, '--write', '--out', letter],
    );
    expect(received(both, '--write')).toContain('上级核销，示办函〔2026〕12号');
    expect(told(both, '2026-06-16').get('assigned')?.[0]?.slice(4)).toEqual([
      '已销号',
      '示办函〔2026〕12号，6月15日',
    ]);
  },
);

test('市里布置的自查：成为区里的专项，照清单发表、收表；几家报了随汇总回来；没有市里的文号不能结项', () => {
  const both = two(city, district);
  assigned(both);
  received(both, '--write');
  const campaign = ledgerIn(both.below).campaigns.get(SELF_CHECK)!;
  expect(campaign).toMatchObject({
    notice: { number: NUMBER },
    assigned: { origin: 'city', replyBy: '2026-06-30' },
    checklist: { items: ['有没有长期不更新的账号', '有没有没有备案的账号'] },
    publication: { level: 'none' },
  });
  // Nobody has answered, and the office sees already by when.
  const page = selfCheckPages(faceOf(ledgerIn(both.below), AS_OF, 'internal'));
  expect(page.find(({ id }) => id === SELF_CHECK)?.intro).toEqual([
    '进行中，还没有结项。',
    `市级交办（${NUMBER}）的自查，2026年6月30日前报，结项要有上级同意的文号。`,
    expect.stringContaining('项重点内容：') as string,
    expect.stringContaining('就是零报告') as string,
    expect.stringContaining('已报0家') as string,
  ]);
  const unit = [...district.ledger.units.keys()][0]!;
  mkdirSync(join(both.below, 'self-checks', SELF_CHECK), { recursive: true });
  writeFileSync(
    join(both.below, 'self-checks', SELF_CHECK, `${unit}-20260610-090000-abc.yaml`),
    canonical('selfCheck', {
      campaign: SELF_CHECK,
      unit,
      answeredOn: '2026-06-10',
      answers: campaign.checklist.items.map((item, at) => ({
        item,
        answer: at === 0 ? 'yes' : 'no',
        ...(at === 0 ? { note: '一个账号半年没有更新' } : {}),
      })),
    }),
  );
  const silent = district.ledger.units.size - 1;
  expect(told(both, AS_OF).get('assigned-checks')?.[1]?.[5]).toBe(
    `${String(silent + 1)} 家单位，已报 1，零报告 0，未报 ${String(silent)}，发现 1 个`,
  );
  const conclude = (...more: string[]) =>
    run(
      ...['conclude', SELF_CHECK, '--on', AS_OF, '--write', ...more],
      ...['--content', both.below, '--as-of', AS_OF],
    );
  expect(conclude().err).toContain('上级布置的自查，结项没有写文号');
  expect(conclude('--document', '示办函〔2026〕13号').code).toBe(0);
  expect(told(both, '2026-06-16').get('assigned-checks')?.[1]?.[5]).toMatch(/^已结项，/u);
});

/** The letter with its list of checks changed above: the checksum is of what it says now. */
function withChecks(text: string, change: (list: string) => string): string {
  const letter = JSON.parse(text) as { checks: { list: string } };
  const list = change(letter.checks.list);
  expect(list).not.toBe(letter.checks.list);
  const sha256 = createHash('sha256').update(list).digest('hex');
  return JSON.stringify({ ...letter, checks: { list, sha256 } });
}

test('区里没有的指标版本、没有登记的账号、编号相同的检查：说明，一条也不收', () => {
  const both = two(city, district);
  assigned(both);
  const letter = join(both.post, '交办单.json');
  const text = readFileSync(letter, 'utf8');
  const take = () =>
    run(
      ...['receive', both.post, '--content', both.below, '--as-of', AS_OF, '--write'],
      ...['--received-by', '股长', '--campaign', '2025-special'],
    );
  const kept = () => readFolder(both.below).texts;
  const before = kept();
  const refused = (changed: string, why: string): void => {
    expect(changed).not.toBe(text);
    writeFileSync(letter, changed);
    const { code, out } = take();
    expect([code, out]).toEqual([1, expect.stringContaining(why)]);
    expect(kept()).toEqual(before);
  };
  // Whoever changes the list of checks on its way is found out as with findings.
  refused(text.replace('三周没有更新', '两周没有更新'), '校验值不符');
  refused(text.replaceAll(String.raw`\"M3\"`, String.raw`\"M2\"`), '校验值不符');
  refused(
    withChecks(text, (list) => list.replace('"edition":"2019"', '"edition":"2099"')),
    `${CHECK}：检查指标 2099 版这里没有`,
  );
  refused(
    withChecks(text, (list) => list.replace(checkedAccounts()[1], '微信公众号：没有的账号')),
    `${CHECK}：名册里没有账号“微信公众号：没有的账号”`,
  );
  writeFileSync(letter, text);
  received(both, '--write');
  const path = join(both.below, 'inspections', `${CHECK}.yaml`);
  const taken = readFileSync(path, 'utf8');
  writeFileSync(path, taken.replace(NUMBER, '示办函〔2026〕1号'));
  const after = kept();
  expect(after).not.toEqual(before);
  expect(take().out).toContain(`已有同一个编号的检查，不是 ${NUMBER} 交办的`);
  expect(kept()).toEqual(after);
});

/** The commands of a chapter as they are written, without what stands behind #. */
function chapterOf(page: string, title: string): string[][] {
  const text = readFileSync(join(import.meta.dirname, '../../docs', page), 'utf8');
  const chapter = text.split(/^## /mu).find((one) => one.startsWith(`${title}\n`)) ?? '';
  const block = /^```sh\n(.*?)^```/msu.exec(chapter)?.[1] ?? '';
  return block
    .trim()
    .split('\n')
    .map((line) =>
      line
        .replace(/ +#.*$/u, '')
        .replace('npx ledger ', '')
        .split(' '),
    );
}

test(
  '指南里“上级交办的检查”“上级布置的自查”两章，照抄一遍就办完',
  { timeout: 240_000 },
  async () => {
    const both = two(city, district);
    assigned(both);
    const dir = join(both.above, '..');
    const given = join(dir, '自查表');
    const places = new Map([
      ['收回', both.post],
      ['自查表', given],
      ['交回', join(dir, '交回')],
      ['发现.xlsx', join(dir, '发现.xlsx')],
    ]);
    const said: string[] = [];
    const typed = (command: readonly string[]): void => {
      const args = command.map((word) => places.get(word) ?? word);
      const isWriting = /^(?:import|conclude|inspect open)$|--receive/u;
      const more =
        [args[0], args.slice(0, 2).join(' '), args[2]].some((one) => isWriting.test(one ?? '')) &&
        !args.includes('--write')
          ? ['--write']
          : [];
      said.push(done(both.below, ...args, ...more));
    };
    const checks = chapterOf('inspections.md', '上级交办的检查');
    expect(checks.map(([name]) => name)).toEqual([
      'receive',
      'receive',
      'inspect',
      'inspect',
      'show',
    ]);
    for (const command of checks) typed(command);
    expect(said[2]).toContain('上级检查2个，合格1个，不合格1个；查哪些由上级定，不计合格率');
    expect(said[3]).toContain('新列问题 0');
    expect(said[4]).toContain('市级交办');

    said.length = 0;
    const answers = chapterOf('self-check.md', '上级布置的自查');
    expect(answers).toHaveLength(8);
    for (const command of answers) {
      typed(command);
      if (command.includes('--out')) await filledIn(given, places.get('交回')!);
      if (command.includes('--list')) await completed(places.get('发现.xlsx')!);
    }
    expect(said[1]).toContain(`${SELF_CHECK}：收过了`);
    expect(said[4]).toContain('已报 1，其中零报告 0');
    expect(said[7]).toContain('继续整改 1 个');
    const campaign = ledgerIn(both.below).campaigns.get(SELF_CHECK)!;
    expect(campaign.concluded).toMatchObject({
      document: '示办函〔2026〕13号',
      remaining: [`${SELF_CHECK}-01`],
    });
    expect(told(both, '2026-06-16').get('assigned-checks')?.[1]?.[5]).toMatch(/^已结项，.*已报 1/u);
  },
);

/** One of the sheets that went out comes back: the first item is a yes. */
async function filledIn(given: string, back: string): Promise<void> {
  const [name = ''] = readdirSync(given).toSorted();
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(join(given, name));
  const page = book.worksheets[0]!;
  for (const [cell, value] of [
    ['C6', '有'],
    ['D6', '一个账号半年没有更新'],
    ['C7', '无'],
  ] as const)
    page.getCell(cell).value = value;
  mkdirSync(back);
  await book.xlsx.writeFile(join(back, name));
}

/** The list of what was found, completed as the guide says. */
async function completed(list: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(list);
  const page = book.worksheets[0]!;
  const host = page.getCell('C3').text;
  const account = [...district.ledger.accounts.values()].find(
    ({ unit }) => district.ledger.units.get(unit)?.name === host,
  )!;
  page.getCell('B3').value = account.name;
  page.getCell('E3').value = '恢复更新，或注销';
  page.getCell('F3').value = '2026年7月底前';
  await book.xlsx.writeFile(list);
}

test('检查结果表写错的：逐行指出，什么也不写', () => {
  const both = two(city, district);
  const [failed, passed] = checkedAccounts();
  const wrong = check(
    both,
    tableOf([
      [failed.replace('微信公众号：', ''), 'M2', '不合格', ''],
      [failed, 'M9', '不合格', ''],
      [failed, '', '不合格', '没有写指标'],
      [passed, 'M2', '很好', ''],
      [passed, 'M3', '合格', ''],
      [passed, 'M3', '不合格', ''],
    ]),
  );
  expect(wrong.code).toBe(1);
  for (const words of [
    '没有写成 平台：名称',
    '没有指标“M9”',
    '不合格的没有写指标',
    '“很好”不是合格',
    '写了两次',
  ])
    expect(wrong.err).toContain(words);
  expect(ledgerIn(both.above).assignedChecks.size).toBe(0);
});
