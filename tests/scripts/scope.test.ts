/** Which record a person means: names where a person types, ids as ever, and a sentence where there are none or several. */
import { expect, test } from 'vitest';
import { accountNamed, childNamed } from '../../scripts/scope.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { readFolder } from '../../src/ledger/content.ts';

const ledger = checkLedger(readFolder('tests/fixtures/shili')).ledger!;
const [first] = ledger.accounts.values();
const media = [...ledger.accounts.values()].filter((one) => one.kind === 'new-media');
const [one, other] = [media[0]!, media.find(({ platform }) => platform !== media[0]!.platform)!];
/** Two accounts of one name on two platforms, as a bureau has them. */
const twins = {
  ...ledger,
  accounts: new Map(ledger.accounts).set(other.id, { ...other, name: one.name }),
};

test('账号按编号、名称、别名、平台和名称都认得', () => {
  expect(accountNamed(ledger, first!.id).id).toBe(first!.id);
  expect(accountNamed(ledger, one.name).id).toBe(one.id);
  for (const { id, platform } of [one, other]) {
    const { name } = ledger.vocabulary.platforms.find((known) => known.id === platform)!;
    expect(accountNamed(twins, `${name}：${one.name}`).id).toBe(id);
  }
});

test('同名的不猜，列出编号；没有的说怎么办', () => {
  expect(() => accountNamed(twins, one.name)).toThrow(`叫“${one.name}”的账号有 2 个`);
  expect(() => accountNamed(ledger, '没有这个号')).toThrow('台账里没有账号“没有这个号”');
});

test('下级按编号、名称、简称都认得', () => {
  const [child] = ledger.children.values();
  for (const what of [child!.id, child!.name, child!.shortName ?? child!.name])
    expect(childNamed(ledger, what).id).toBe(child!.id);
  expect(() => childNamed(ledger, '没有')).toThrow('台账里没有下级“没有”');
});
