/** 示例市: twelve districts of which six have something wrong; every total equals a sum counted by other means. */
import { createHash } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import type { RollupTexts } from '../../src/documents/data/rollup.ts';
import { gather, type GatheredChild } from '../../src/gather/gather.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { scratch } from '../documents/run.ts';
import {
  AS_OF,
  childFile,
  laidDown,
  ledgerOf,
  type Made,
  madeLedger,
  published,
} from '../generator/city.ts';

const codes = Array.from({ length: 12 }, (_, at) => String(101 + at));
const [LATE, WRONG, STOLEN, RENAMED, OLD, SHARING] = ['102', '103', '104', '105', '106', '107'];

let districts: Map<string, Made>;
let sticks: Map<string, RollupTexts>;
let city: Made;
let content: string;
let done: GatheredChild[];
let after: Made;

beforeAll(async () => {
  districts = new Map(codes.map((code) => [code, madeLedger(code, 20)]));
  const [first] = [...districts.get('101')!.ledger.accounts.values()].filter(
    ({ kind }) => kind === 'new-media',
  );
  const [path = ''] = [...districts.get(SHARING)!.ledger.accounts.values()]
    .filter(
      (one) =>
        one.kind === 'new-media' && first?.kind === 'new-media' && one.platform === first.platform,
    )
    .map((one) => `accounts/${one.unit}/${one.id}.yaml`);
  const sharing = districts.get(SHARING)!;
  const renamed = String(sharing.files.get(path)).replace(/^name: .*$/mu, `name: ${first!.name}`);
  districts.set(SHARING, {
    ...sharing,
    ledger: ledgerOf(new Map([...sharing.files, [path, renamed]])),
  });
  sticks = new Map([...districts].map(([code, { ledger }]) => [code, published(ledger)]));
  sticks.set(LATE, published(districts.get(LATE)!.ledger, 'public', 'b'.repeat(40), '2026-04-01'));
  edit(WRONG, (summary) => ({
    ...summary,
    figures: {
      ...summary.figures,
      total: 999,
      valid: 999 - summary.figures.void!,
      closed: summary.figures.closed! + 999 - summary.figures.total!,
    },
  }));
  const stolen = sticks.get(STOLEN)!;
  sticks.set(STOLEN, { ...stolen, ledger: stolen.ledger.replace('"closed"', '"unfinished"') });
  edit(RENAMED, (summary) => ({ ...summary, name: '示例新区整改台账（虚构）' }));
  edit(OLD, (summary) => ({ ...summary, version: '0.9' }));
  city = madeLedger('100', 15, new Map(codes.map((code, at) => childFile(code, at))));
  content = laidDown(mkdtempSync(join(tmpdir(), 'city-')), city.files, sticks);
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
function edit(code: string, change: (summary: Sums) => Sums): void {
  const texts = sticks.get(code)!;
  const summary = JSON.stringify(change(JSON.parse(texts.summary) as Sums));
  sticks.set(code, { ...texts, summary });
}

test('x', () => {
  console.log(
    done.map(({ child, sentence, right }) => [child.id, right, sentence].join(' ')).join('\n'),
  );
});
