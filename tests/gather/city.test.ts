/** 示例市: twelve districts of which six have something wrong; every total equals a sum counted by other means. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { gather, type GatheredChild } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { childrenView } from '../../src/views/rollup/children-view.ts';
import { sharedIn } from '../../src/views/rollup/children.ts';
import { faceOf } from '../../src/views/face.ts';
import { scratch } from '../documents/run.ts';
import { AS_OF, laidDown, ledgerOf, type Made, published } from '../generator/city.ts';
import {
  cityOfTwelve,
  codes,
  LATE,
  OLD,
  RENAMED,
  STOLEN,
  type Twelve,
  WRONG,
} from '../generator/twelve.ts';
import { addedUp, type Area, countedIn } from '../recount/area.ts';

const OUT = [LATE, WRONG, STOLEN, OLD];
let { districts, city, content } = {} as Twelve;
let done: GatheredChild[];
let after: Made;

beforeAll(async () => {
  ({ districts, city, content } = cityOfTwelve(mkdtempSync(join(tmpdir(), 'city-'))));
  done = await gather(city.ledger, content, AS_OF);
  const files = new Map(city.files);
  for (const { added } of done)
    if (added) files.set(added.path, canonical('snapshot', added.record));
  after = { ...city, files, ledger: ledgerOf(files) };
});

interface Sums {
  name: string;
  version: string;
  figures: Record<string, number>;
}
const sentenceOf = (code = ''): string =>
  done.find(({ child }) => child.id === `q${code}`)?.sentence ?? '';

/** What a ledger may show, counted from its YAML files without this program. */
function countedByHand({ files }: Made): Area {
  const folder = laidDown(scratch(), files, new Map());
  return countedIn(folder, AS_OF, 'public');
}

/** The figures named in `like`; what is not there is none. */
const those = (like: Readonly<Record<string, number>>, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.keys(like).map((id) => [id, figures[id] ?? 0]));

const face = () => faceOf(after.ledger, AS_OF, 'public');

test('每家一句话：迟的、合计与明细不符的、校验值是偷来的、改了名的、格式旧的，各说各的', () => {
  expect(sentenceOf(LATE)).toContain('逾期未报，不计入合计');
  expect(sentenceOf(WRONG)).toContain('合计与明细不符：问题总数写的是 999');
  expect(sentenceOf(STOLEN)).toContain('校验值不符');
  expect(sentenceOf(RENAMED)).toContain(
    '名称由“示例105区整改台账（虚构）”改为“示例新区整改台账（虚构）”',
  );
  expect(sentenceOf(OLD)).toContain('太旧');
  expect(done.filter(({ right }) => right).map(({ child }) => child.code)).toEqual(
    codes.filter((code) => ![...OUT, RENAMED].includes(code)),
  );
});

test('按官方顺序；不能用的、迟的都列出，都不计入', () => {
  const view = childrenView(face())!;
  expect(view.rows.slice(1).map(({ id }) => id)).toEqual(codes.map((code) => `q${code}`));
  const out = view.rows.filter(({ counted }) => !counted).map(({ id }) => id.slice(1));
  expect(out).toEqual(OUT);
});

test('合计等于本级加计入的各家：与不用程序一行代码、从 YAML 数出来的一样', () => {
  const good = codes.filter((code) => !OUT.includes(code)).map((code) => districts.get(code)!);
  const byHand = addedUp([city, ...good].map(countedByHand)).figures;
  expect(byHand['total']).toBeGreaterThan(100);
  const view = childrenView(face())!;
  expect(those(byHand, view.total)).toEqual(byHand);
  const summary = JSON.parse(published(after.ledger).summary) as Sums;
  expect(those(byHand, summary.figures)).toEqual(byHand);
  for (const code of codes.filter((one) => !OUT.includes(one))) {
    const counted = countedByHand(districts.get(code)!).figures;
    const row = view.rows.find(({ id }) => id === `q${code}`)!;
    expect([code, those(counted, row.figures)]).toEqual([code, counted]);
  }
});

test('一个账号在两个区都登记了，指名列出', () => {
  const shared = sharedIn(face());
  expect(shared.map(({ owners }) => owners)).toContainEqual(['示例101区', '示例107区']);
});
