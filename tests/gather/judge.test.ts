/** What a child could write into its sums against the office above: refused in a sentence, or plain words. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import type { RollupTexts } from '../../src/documents/data/rollup.ts';
import { childStanding } from '../../src/domain/rollup/child.ts';
import { type JudgedChild, judge } from '../../src/gather/judge.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { AS_OF, childFile, ledgerOf, madeLedger, published } from '../generator/city.ts';

const city = madeLedger('100', 4, new Map([childFile('101', 0)]));
const child = city.ledger.children.get('q101')!;
const texts = published(madeLedger('101', 8).ledger);

interface Json {
  [key: string]: unknown;
}
/** The texts with something changed in both, the checksum made right again. */
function forged(
  inSums: (sums: Json) => Json,
  inRows: (rows: Json) => Json = (x) => x,
): RollupTexts {
  const ledger = JSON.stringify(inRows(JSON.parse(texts.ledger) as Json));
  const bytes = new TextEncoder().encode(ledger);
  const rows = {
    file: 'ledger.json',
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
  return {
    summary: JSON.stringify(inSums({ ...(JSON.parse(texts.summary) as Json), rows })),
    ledger,
  };
}
function judged({ summary, ledger }: RollupTexts): JudgedChild['snapshot'] {
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  return judge(
    { summary: bytes(summary), ledger: bytes(ledger), signature: undefined },
    {
      child,
      level: 'public',
      before: childStanding(child, [], AS_OF),
      kept: [],
      today: AS_OF,
      fictional: true,
      assigned: new Set(),
    },
  ).snapshot;
}
const why = (made: RollupTexts): string => {
  const snapshot = judged(made);
  return snapshot.outcome === 'fault' ? snapshot.why : '';
};

const LONG = '甲'.repeat(2000);
test.each([
  ['换行', '甲\n乙'],
  ['看不见的字', '甲\u200b乙'],
  ['双向控制', '甲\u202e乙'],
  ['控制字符', '甲\u0007'],
  ['两千个字', LONG],
  ['空', ''],
])('名称、平台、缘由里的 %s：不收', (_, words) => {
  expect(why(forged((sums) => ({ ...sums, authority: words })))).toContain('authority 不对');
  const platforms = [{ name: words, total: 0, unfinished: 0, closed: 0 }];
  expect(why(forged((sums) => ({ ...sums, platforms })))).toContain('不对');
  const children = [{ name: '丙', counted: false, why: words }];
  expect(why(forged((sums) => ({ ...sums, children })))).toContain('不对');
});

test.each([
  'https://www.gov.example@evil.example',
  'https://user:pass@q101.gov.example',
  'https://q101.gov.example/?q=',
  'https://q101.gov.example/#',
  'https://q101.gov.example/ a',
])('网站地址 %s：接上网页就指到别处，或带着账户，不收', (address) => {
  expect(why(forged((sums) => ({ ...sums, address })))).toContain('address 不对');
});

test('指到脚本的链接不收；像标签的字只是字，写成快照再读一个字不变', () => {
  for (const address of ['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd'])
    expect(why(forged((sums) => ({ ...sums, address })))).toContain('address 不对');
  const authority = '<img src=x onerror=alert(1)>: {a: !!js/function x} # "';
  const snapshot = judged(forged((sums) => ({ ...sums, authority })));
  expect(snapshot.outcome).toBe('good');
  const path = `snapshots/q101/${AS_OF}.yaml`;
  const again = ledgerOf(new Map([...city.files, [path, canonical('snapshot', snapshot)]]));
  const [kept] = again.snapshots.public.get('q101') ?? [];
  expect(kept?.outcome === 'good' && kept.summary.authority).toBe(authority);
});

test('原型上的字、极大的数、几十万行、套得极深：不出错，不卡住', () => {
  const start = performance.now();
  const named = texts.summary.replace(
    '"figures": {',
    '"figures": { "__proto__": 5, "constructor": 7,',
  );
  expect(why({ ...texts, summary: named })).toMatch(/不对|不符/u);
  const huge = (total: unknown) =>
    why(forged((sums) => ({ ...sums, figures: { ...(sums['figures'] as Json), total } })));
  for (const total of [1e308, -1, 1.5, '5', null, 2 ** 60, Number.MAX_SAFE_INTEGER])
    expect(huge(total)).toMatch(/不对|不符|不等于/u);
  const issue = (JSON.parse(texts.ledger) as { issues: unknown[] }).issues[0];
  const many = forged(
    (sums) => sums,
    (rows) => ({ ...rows, issues: Array.from({ length: 200_001 }, () => issue) }),
  );
  expect(why(many)).toContain('ledger.json 的 issues 不对');
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
  expect(why({ ...texts, summary: deep })).toMatch(/不是/u);
  expect(why({ ...texts, summary: `{"format":${deep}}` })).toMatch(/不是/u);
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('网页的地址指到别处去的：不收', () => {
  for (const href of ['@evil.example/x.html', '//evil.example/x.html', '/../x.html', '/x.html#a'])
    expect(
      why(
        forged(
          (sums) => ({ ...sums, searchable: true }),
          (rows) => ({
            ...rows,
            accounts: (rows['accounts'] as Json[]).map((one) => ({ ...one, href })),
          }),
        ),
      ),
    ).toContain('应为网页的地址');
});

test('逾期、比率、分平台写错而明细和合计一起改的：从每一行的状态和截止日重数，不收', () => {
  type Row = Json & { figures: string[]; state: string; dueOn?: string };
  const rowsOf = (rows: Json): Row[] => rows['issues'] as Row[];
  const late = rowsOf(JSON.parse(texts.ledger) as Json).find(({ figures }) =>
    figures.includes('overdue'),
  );
  expect(late?.dueOn).toBeDefined();
  const quiet = new Set(['overdue', 'overdue-rate']);
  const lower = (sums: Json, ids: ReadonlySet<string>, by: number): Json => ({
    ...sums,
    figures: Object.fromEntries(
      Object.entries(sums['figures'] as Record<string, number>).map(([id, count]) => [
        id,
        ids.has(id) ? count - by : count,
      ]),
    ),
  });
  // A child that calls nothing late: its own sums and rows agree with each other.
  const all = rowsOf(JSON.parse(texts.ledger) as Json);
  const count = all.filter(({ figures }) => figures.includes('overdue')).length;
  const silent = forged(
    (sums) => lower(sums, quiet, count),
    (rows) => ({
      ...rows,
      issues: rowsOf(rows).map((one) => ({
        ...one,
        figures: one.figures.filter((id) => !quiet.has(id)),
      })),
    }),
  );
  expect(why(silent)).toBe(
    `合计与明细不符：有 ${String(count)} 个问题过了截止日，没有计为逾期、宽限或暂缓`,
  );
  const rosy = forged((sums) => lower(sums, new Set(['overdue-rate']), 1));
  expect(why(rosy)).toContain('合计与明细不符');
  const platforms = (sums: Json) => sums['platforms'] as { name: string; total: number }[];
  const moved = forged((sums) => {
    const [first, ...rest] = platforms(sums);
    return { ...sums, platforms: [{ ...first!, name: '别的平台' }, ...rest] };
  });
  expect(why(moved)).toBe('合计与明细不符：按平台的数不是明细里的数');
});
