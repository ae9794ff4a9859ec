/** Whole circulars, composed, against their keys: every account with a problem is proposed, nothing else is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { type Key, prosePlan, scoreOf } from '../../../scripts/bench/paper/prose.ts';
import { openLedger } from '../../../src/ledger/open.ts';
import { shippedFolder } from '../source.ts';

const folder = fileURLToPath(new URL('../../fixtures/circulars/whole/', import.meta.url));
const ledger = openLedger(shippedFolder);

describe('整篇通报', () => {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.txt')))
    it(`${name}：点名的问题都提出，没有多的`, async () => {
      const key = load(readFileSync(join(folder, name.replace(/txt$/u, 'yaml')), 'utf8')) as Key;
      const plan = await prosePlan(name, readFileSync(join(folder, name)), ledger);
      expect(scoreOf(plan, key)).toMatchObject({
        right: key.expected?.length,
        wrong: 0,
        lines: [],
      });
      for (const row of plan.rows) expect(row.raw['原句']).not.toBe('');
    });

  it('提错、漏提、改问都算得出来', async () => {
    const text = '“甲溪发布”微信公众号更新不及时。（二）政务新媒体方面。“乙溪发布”未备案。';
    const plan = await prosePlan('通报.txt', new TextEncoder().encode(text), ledger);
    const expected = [
      { account: '甲溪发布', platform: '微信公众号', finding: '未备案' },
      { account: '乙溪发布', finding: '未备案' },
      { account: '丙溪发布', finding: '未备案' },
    ];
    expect(scoreOf(plan, { expected })).toMatchObject({ right: 0, wrong: 1, asked: 1, missing: 2 });
    expect(scoreOf(plan, { optional: expected })).toMatchObject({ wrong: 0, proposals: 1 });
  });
});
