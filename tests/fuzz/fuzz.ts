/**
 * 乱试: inputs made from sound ones by chance that repeats itself. In `npm test` each fuzzer takes fifteen seconds with
 * the same seed; `npm run fuzz` lets them run for as long as it is told, with another one.
 */
import { Random } from '../generator/random.ts';

const seconds = Number(process.env['FUZZ_SECONDS'] ?? 15);
const seed = Number(process.env['FUZZ_SEED'] ?? 20_240_601);
/** No input may take longer. Milliseconds; a busy machine is slow. */
const SLOWEST = 10_000;

/** Runs `one` until the time is up; what it throws is told with the number of the input. Gives back how many ran. */
export async function fuzz(one: (chance: Random) => unknown): Promise<number> {
  const end = performance.now() + seconds * 1000;
  let count = 0;
  while (performance.now() < end) {
    const began = performance.now();
    try {
      await one(new Random(seed + count));
    } catch (error) {
      throw new Error(`FUZZ_SEED=${String(seed + count)} 的第一个输入`, { cause: error });
    }
    count += 1;
    const took = performance.now() - began;
    if (took > SLOWEST)
      throw new Error(`FUZZ_SEED=${String(seed + count - 1)} 的输入用了 ${took.toFixed(0)} 毫秒`);
  }
  process.stdout.write(`乱试了 ${String(count)} 个输入\n`);
  return count;
}

/** How long a test of this kind may take. Milliseconds. */
export const patience = seconds * 1000 + 60_000;

const LETTERS = [
  '\0',
  '\ufeff',
  '\u202e',
  '\ud800',
  '😀',
  '一',
  'Ａ',
  '\r',
  '\t',
  '\u3000',
  '-1',
  '1e999',
  '2024-02-30',
  '__proto__',
  'constructor',
];

/** A text with pieces of it, or of `words`, put in, doubled, taken out or changed places. */
export function mutated(text: string, words: readonly string[], chance: Random): string {
  let made = text;
  for (let turns = chance.int(1, 6); turns > 0; turns -= 1) {
    const at = chance.int(0, made.length);
    const end = Math.min(made.length, at + chance.int(0, 30));
    const [before, piece, behind] = [made.slice(0, at), made.slice(at, end), made.slice(end)];
    made =
      [
        () => before + behind,
        () => before + piece + piece.repeat(chance.int(1, 3)) + behind,
        () => before + chance.pick(words) + piece + behind,
        () => before + chance.pick(words) + behind,
        () => before + chance.pick(LETTERS) + behind,
        () => behind + piece + before,
      ][chance.int(0, 5)]?.() ?? made;
  }
  return made.slice(0, 100_000);
}

/** Bytes with some of them changed, cut or doubled. */
export function mutatedBytes(bytes: Uint8Array, chance: Random): Uint8Array {
  const made = Buffer.from(bytes);
  for (let turns = chance.int(1, 8); turns > 0 && made.length > 0; turns -= 1)
    made[chance.int(0, made.length - 1)] = chance.pick([0, 1, 255, 128, chance.int(0, 255)]);
  const cut = chance.int(0, made.length);
  if (chance.chance(0.2)) return made.subarray(0, cut);
  return chance.chance(0.2) ? Buffer.concat([made.subarray(0, cut), made]) : made;
}
