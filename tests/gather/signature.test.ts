/** 签名, by the real ssh-keygen: only the listed key's signature of exactly these sums counts. */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { rollupInOne, type RollupTexts } from '../../src/documents/data/rollup.ts';
import { gather } from '../../src/gather/gather.ts';
import { signedSums } from '../../scripts/rollup/rollup.ts';
import { scratch } from '../documents/run.ts';
import { AS_OF, childFile, laidDown, madeLedger, published } from '../generator/city.ts';

let texts: RollupTexts;
beforeAll(() => {
  texts = published(madeLedger('101', 8).ledger);
});

/** A fresh key: its file, and the public key as a ledger lists it. */
function keyOf(type: string): { file: string; key: string } {
  const file = join(scratch(), 'key');
  const args = ['-q', '-t', type, '-N', '', '-f', file];
  expect(spawnSync('ssh-keygen', args).status).toBe(0);
  return { file, key: readFileSync(`${file}.pub`, 'utf8').split(' ').slice(0, 2).join(' ') };
}

/** What the city says of a stick, when it lists `key`. */
async function said(stick: string, key: string): Promise<[string, boolean | undefined]> {
  const city = madeLedger('100', 4, new Map([childFile('101', 0, { key })]));
  const content = laidDown(scratch(), city.files, new Map([['101', texts]]));
  writeFileSync(join(content, '../sticks/101.json'), stick);
  const [done] = await gather(city.ledger, content, AS_OF);
  const record = done?.added?.record;
  return [done?.sentence ?? '', record?.outcome === 'good' ? record.signed : undefined];
}

test.each(['ed25519', 'ecdsa', 'rsa'])('登记的公钥（%s）签的收下，写明核对过', async (type) => {
  const { file, key } = keyOf(type);
  const stick = rollupInOne(texts, signedSums(texts.summary, file));
  expect(await said(stick, key)).toEqual([`收到，截至 ${AS_OF}`, true]);
});

test('没有签名、别的钥匙签的、签名以后改过的、为别的事签的，都不收', async () => {
  const [ours, other] = [keyOf('ed25519'), keyOf('ed25519')];
  const [none] = await said(rollupInOne(texts), ours.key);
  expect(none).toContain('登记了公钥，取来的却没有签名');
  const [stolen] = await said(rollupInOne(texts, signedSums(texts.summary, other.file)), ours.key);
  expect(stolen).toContain('签名不对');
  const changed = { ...texts, summary: texts.summary.replace('"shared": 0', '"shared": 1') };
  expect(changed.summary).not.toBe(texts.summary);
  const [edited] = await said(rollupInOne(changed, signedSums(texts.summary, ours.file)), ours.key);
  expect(edited).toContain('签名不对');
  const file = join(scratch(), 'summary.json');
  writeFileSync(file, texts.summary);
  spawnSync('ssh-keygen', ['-Y', 'sign', '-q', '-f', ours.file, '-n', 'git', file]);
  const [elsewhere] = await said(rollupInOne(texts, readFileSync(`${file}.sig`, 'utf8')), ours.key);
  expect(elsewhere).toContain('签名不对');
});

test('签了名的合计换上别的明细，校验值不符', async () => {
  const { file, key } = keyOf('ed25519');
  const other = published(madeLedger('101', 9).ledger);
  const stick = rollupInOne(
    { summary: texts.summary, ledger: other.ledger },
    signedSums(texts.summary, file),
  );
  expect((await said(stick, key))[0]).toContain('校验值不符');
});
