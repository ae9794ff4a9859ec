/** 各样的清单: every list of tests/fixtures/lists comes in whole, asked about in one round. (虚构) */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { planBytes } from '../lists.ts';
import { workbookOf, clerksAnswers, csvOfList, entered, officeList } from './office-list.ts';

const folder = new URL('../../fixtures/lists/', import.meta.url);
const lists = readdirSync(folder).map((name) => ({
  name,
  list: officeList(readFileSync(new URL(name, folder), 'utf8')),
}));

/** So many questions a clerk answers with care. */
const MOST = 12;

async function comesIn(name: string, bytes: Uint8Array, day: string): Promise<string[]> {
  const first = await planBytes(name, bytes);
  expect(first.questions.length).toBeLessThanOrEqual(MOST);
  const plan = await planBytes(name, bytes, clerksAnswers(first, day));
  // One round: nothing is asked behind it.
  expect(plan.questions.map(({ message }) => message)).toEqual([]);
  return entered(plan, first);
}

test.each(lists)('$name：作工作簿，一轮问完，一条不少，栏不读错', async ({ name, list }) => {
  const rows = await comesIn(name.replace('txt', 'xlsx'), await workbookOf(list), list.day);
  expect(rows).toEqual(list.wanted);
});

const plain = lists.flatMap(({ name, list }) => {
  const bytes = csvOfList(list);
  return bytes === undefined ? [] : [{ name, list, bytes }];
});

test('没有合并格的清单也有一半', () => {
  expect(plain.length).toBeGreaterThanOrEqual(12);
});

test.each(plain)('$name：作 csv，也一样', async ({ name, list, bytes }) => {
  expect(await comesIn(name.replace('txt', 'csv'), bytes, list.day)).toEqual(list.wanted);
});
