import { expect, test } from 'vitest';
import { readFileType } from '../../src/review/file/file-type.ts';
import { typeFaults } from '../../src/review/file/type-faults.ts';
import { craftedEvidence } from '../crafted/evidence.ts';
import { fuzz, mutatedBytes, patience } from './fuzz.ts';

const crafted = Object.values(craftedEvidence).map(({ name, bytes }) => ({ name, bytes: bytes() }));

test(
  '改坏的佐证：不出错、不卡住，给出类型或拒绝的理由',
  async () => {
    const count = await fuzz((chance) => {
      const { name, bytes } = chance.pick(crafted);
      const reading = readFileType(mutatedBytes(bytes, chance));
      for (const fault of typeFaults(name, reading)) expect(fault.message).not.toBe('');
    });
    expect(count).toBeGreaterThan(100);
  },
  patience,
);
