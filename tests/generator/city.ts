/**
 * 示例市: ledgers of districts, a city above them and a province above cities, all fictional, made in memory and never
 * committed. What a district publishes is made by the program itself; what is wrong with one is done to it afterwards.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rollupInOne, rollupTexts, type RollupTexts } from '../../src/documents/data/rollup.ts';
import { checkLedger, isSound } from '../../src/ledger/check.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import type { Audience } from '../../src/schema/field.ts';
import type { Ledger } from '../../src/schema/ledger.ts';
import { faceOf } from '../../src/views/face.ts';
import { generate } from './generate.ts';
import type { Files } from './memory.ts';

export const AS_OF = '2026-06-15';

export interface Made {
  readonly code: string;
  readonly name: string;
  readonly files: Files;
  readonly ledger: Ledger;
}

const nameOf = (code: string): string => `示例${code}区整改台账（虚构）`;

/** A small sound ledger with a code of its own; `more` are further files. */
export function madeLedger(
  code: string,
  issues: number,
  more: Files = new Map(),
  address = `https://q${code}.gov.example`,
): Made {
  const files = generate({ seed: Number(code), issues, units: 6, asOf: AS_OF });
  const name = nameOf(code);
  const site = String(files.get('site.yaml')).replace(
    /^name: .*$/mu,
    `name: ${name}\ncode: '${code}'\nsearchAbove: true`,
  );
  files.set(
    'site.yaml',
    site
      .replace('authority: 示例区', `authority: 示例${code}区`)
      .replace(/^address: .*$/mu, `address: ${address}`)
      .replace(/^internalAddress: .*$/mu, `internalAddress: ${address}/inner`),
  );
  for (const [path, text] of files) {
    if (!path.startsWith('accounts/')) continue;
    // Each district's accounts have names of their own.
    const named = String(text)
      .replaceAll('示例区', `示例${code}区`)
      .replace(/^name: (?!.*示例)(.*)$/mu, `name: 示例${code}区$1`)
      .replaceAll('https://', `https://q${code}.`)
      .replace(/^siteCode: .*\n/mu, '');
    files.set(path, named);
  }
  for (const [path, text] of more) files.set(path, text);
  return { code, name, files, ledger: ledgerOf(files) };
}

/** The ledger in these files. Throws with its faults where it is not sound. */
export function ledgerOf(files: Files): Ledger {
  const bytes = (text: string | Uint8Array): Uint8Array =>
    typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const isEvidence = (path: string): boolean =>
    path.startsWith('evidence/') && path !== 'evidence/removed.yaml';
  const result = checkLedger({
    texts: new Map(
      [...files].filter(([path]) => !isEvidence(path)).map(([path, text]) => [path, bytes(text)]),
    ),
    evidence: new Map(
      [...files]
        .filter(([path]) => isEvidence(path))
        .map(([path, text]) => [path.slice('evidence/'.length), bytes(text).length]),
    ),
  });
  if (result.ledger === undefined || !isSound(result))
    throw new Error(result.faults.map(({ file, message }) => `${file} ${message}`).join('\n'));
  return result.ledger;
}

/** What a ledger publishes. */
export function published(
  ledger: Ledger,
  level: Audience = 'public',
  commit = 'a'.repeat(40),
  today = AS_OF,
): RollupTexts {
  return rollupTexts(faceOf(ledger, today, level), commit);
}

/** The record of a child whose file lies on a stick beside the ledger. */
export function childFile(code: string, order: number, more: object = {}): [string, string] {
  const record = {
    name: nameOf(code),
    shortName: `示例${code}区`,
    code,
    order,
    since: '2026-01-01',
    public: { path: `../sticks/${code}.json` },
    ...more,
  };
  return [`children/q${code}.yaml`, canonical('child', record)];
}

/** Writes a ledger below `dir`, and what its children sent into `sticks/` beside it. Returns its folder. */
export function laidDown(
  dir: string,
  files: Files,
  sticks: ReadonlyMap<string, RollupTexts>,
): string {
  const write = (path: string, content: string | Uint8Array): void => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
  };
  for (const [path, content] of files) write(join(dir, 'content', path), content);
  for (const [code, texts] of sticks)
    write(join(dir, 'sticks', `${code}.json`), rollupInOne(texts));
  return join(dir, 'content');
}
