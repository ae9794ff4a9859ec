import { expect, test } from 'vitest';
import { readRecord } from '../../src/ledger/record.ts';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { kindOfPath } from '../../src/schema/layout.ts';
import { report, small } from '../ledger/small.ts';
import { fuzz, mutated, patience } from './fuzz.ts';

const samples = Object.entries({
  ...small,
  'updates/zx-01/20260305-091500-k3f.yaml': report(
    'submitted',
    '2026-03-05',
    'note: |\n  两行\n  文字\nevidence: [{ link: https://a.example/, what: "引 号" }, { number: 1 }]\n',
  ),
}).map(([path, text]) => ({ path, text }));
const words = [
  ': ',
  '- ',
  '\n',
  '\n  ',
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '!!str ',
  '<<: ',
  '|\n',
  '>\n',
  '"',
  "'",
  '#',
  '---\n',
  '%YAML 1.2\n',
  'note: ',
  '? ',
  '~',
  'yes',
  '0o17',
  '.nan',
];

test(
  '乱写的 YAML：不出错、不卡住，读成功的写出来再读一个字不变',
  async () => {
    const count = await fuzz((chance) => {
      const { path, text } = chance.pick(samples);
      const kind = kindOfPath(path)?.kind;
      if (kind === undefined) throw new RangeError(path);
      const reading = readRecord(path, kind, Buffer.from(mutated(text, words, chance)));
      if (!reading.ok) {
        expect(reading.faults.length).toBeGreaterThan(0);
        return;
      }
      const again = readRecord(path, kind, Buffer.from(canonical(kind, reading.value as object)));
      expect(again).toEqual(reading);
    });
    expect(count).toBeGreaterThan(100);
  },
  patience,
);
