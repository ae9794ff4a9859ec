/**
 * How well a name fits what somebody typed: whole, in part, shortened (文旅局), in pinyin, mixed (民zheng局), by sound
 * (鱼河阵), with one wrong character. Pure; the browser and the tests run the same.
 */
import { crossesJoint, wordAt } from './joint.ts';
import { LOOK_ALIKE } from './look-alike.ts';
import { normalize } from './tokens.ts';

/** A name as it can be typed. */
export interface SpelledName {
  name: string;
  /** One a unit of `lettersOf(name)`, without tones: 沙河路 → sha, he, lu. */
  syllables: readonly string[];
}

/** The sound of a character, where it is known. */
export type Sounds = (character: string) => string | undefined;

/** From 0 (not at all) to 100 (the whole name). What is below `WEAK` is a guess. */
export type Score = number;
export const WEAK = 70;
/** Below this a name is not offered. */
export const LEAST = 44;

/** Characters, and runs of Latin letters or digits, without what only separates. */
export function lettersOf(text: string): string[] {
  return normalize(text).match(/\p{Script=Han}|[a-z0-9]+/gu) ?? [];
}

const ORGANS = '局委办厅处会';
const HAN = /^\p{Script=Han}+$/u;

/** Names are asked again and again. */
const cut = new WeakMap<SpelledName, readonly string[]>();

/** `asked` is one word of a question, `lead` what most names of the ledger begin with (示例区) and nobody types. */
export function matchName(
  asked: string,
  spelled: SpelledName,
  lead: string,
  sounds: Sounds = () => undefined,
): Score {
  const { name, syllables } = spelled;
  const query = lettersOf(asked).join('');
  const whole = cut.get(spelled) ?? lettersOf(name);
  cut.set(spelled, whole);
  const skipped = lettersOf(lead).length;
  const goesOn = lead !== '' && normalize(name).startsWith(lead) && whole.length >= skipped + 2;
  const core = goesOn ? whole.slice(skipped) : whole;
  const full = whole.join('');
  const own = core.join('');
  if (query === '') return 0;
  if (query === full) return 100;
  if (query === own) return 98;
  const direct = pieceScore(query, own) || pieceScore(query, full) * 0.97;
  if (direct > 0) return direct;
  if (HAN.test(query)) {
    const short = Math.max(shortScore(query, own), goesOn ? shortScore(query, full) : 0);
    if (short > 0) return short;
    const rest = syllables.slice(goesOn ? skipped : 0);
    return Math.max(soundScore(query, core, rest, sounds), slipScore(query, own));
  }
  if (!/[a-z]/u.test(query)) return 0;
  return Math.max(
    spelledScore(query, core, syllables.slice(goesOn ? skipped : 0)),
    goesOn ? spelledScore(query, whole, syllables) * 0.97 : 0,
  );
}

/** A piece of the name as it is written. */
function pieceScore(query: string, name: string): Score {
  const at = wordAt(name, query);
  if (at < 0) return 0;
  const cover = (10 * query.length) / name.length;
  if (at === 0) return 84 + cover;
  return (at + query.length === name.length ? 80 : 74) + cover;
}

/** 文旅局 for 文化和旅游局, 卫健委 for 卫生健康局: the characters in their order, from the first one. */
function shortScore(query: string, name: string): Score {
  const [first, last] = [query[0] ?? '', query.at(-1) ?? ''];
  if (query.length < 2 || first !== name[0] || query.length >= name.length) return 0;
  const organ = ORGANS.includes(last) && ORGANS.includes(name.at(-1) ?? ' ');
  const [part, within] = organ ? [query.slice(0, -1), name.slice(0, -1)] : [query, name];
  const cover = query.length / name.length;
  if (cover < 0.28 || (organ && part.length < 2) || !inOrder(part, within)) return 0;
  return (organ || name.endsWith(last) ? 60 : 50) + 20 * cover;
}

function inOrder(part: string, name: string): boolean {
  let at = 0;
  for (const character of part) {
    at = name.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** Sounds that many speakers do not tell apart: zh z, ing in, … */
function roughly(sound: string | undefined): string | undefined {
  return sound?.replace(/^([zcs])h/u, '$1').replace(/g$/u, '');
}

const groups = new Map(
  LOOK_ALIKE.flatMap((group, at) => [...group].map((character) => [character, at] as const)),
);
function looksAlike(a: string, b: string): boolean {
  const group = groups.get(a);
  return group !== undefined && group === groups.get(b);
}

/** The same sounds or shapes; at least one character is the same, unless it is the whole name. */
function soundScore(
  query: string,
  units: readonly string[],
  syllables: readonly string[],
  sounds: Sounds,
): Score {
  const asked = [...query];
  if (asked.length < 2) return 0;
  const heard = asked.map((character) => roughly(sounds(character)));
  const name = units.join('');
  for (let at = 0; at + asked.length <= units.length; at += 1) {
    // Units are characters here, but for runs of Latin letters, behind which no joint is looked for.
    if (name.length === units.length && crossesJoint(name, at, asked.length)) continue;
    let same = 0;
    const fits = asked.every((character, turn) => {
      const unit = units[at + turn] ?? '';
      if (character === unit) {
        same += 1;
        return true;
      }
      const sound = heard[turn];
      return (
        (sound !== undefined && sound === roughly(syllables[at + turn])) ||
        looksAlike(character, unit)
      );
    });
    if (!fits || (same === 0 && asked.length < 4 && asked.length < units.length)) continue;
    return (at === 0 ? 56 : 50) + (10 * asked.length) / units.length;
  }
  return 0;
}

/** One wrong character in four or more, or in a name of a place; one too many or too few in five. */
function slipScore(query: string, name: string): Score {
  const size = query.length;
  if (size < 3 || (size === 3 && !/[路镇乡村街]$/u.test(query))) return 0;
  for (let at = 0; at + size <= name.length; at += 1) {
    const wrong = [...query].filter((character, turn) => character !== name[at + turn]).length;
    if (wrong === 1) return (at === 0 ? 48 : 44) + (10 * size) / name.length;
  }
  if (size < 5 || Math.abs(size - name.length) !== 1) return 0;
  const [short, long] = size < name.length ? [query, name] : [name, query];
  for (let at = 0; at < long.length; at += 1)
    if (long.slice(0, at) + long.slice(at + 1) === short) return 52;
  return 0;
}

/** Pinyin, in full or by initials, also beside characters. Gaps only between syllables that stand whole. */
function spelledScore(
  query: string,
  units: readonly string[],
  syllables: readonly string[],
): Score {
  const letters = query.replaceAll('ü', 'v');
  if (letters.length < 2) return 0;
  const initials = syllables.map((syllable) => syllable[0] ?? '').join('');
  if (letters === syllables.join('') || letters === initials) return 78;
  const start = readFrom(letters, units, syllables, false);
  if (start !== undefined)
    return (start === 0 ? 68 : 54) + (4 * letters.length) / syllables.join('').length;
  return readFrom(letters, units, syllables, true) === 0 ? 50 : 0;
}

/** Nobody spells more of a name; what a ledger below calls its own may be longer. */
const SPELLED = 40;

/**
 * The first unit from which the letters can be read to their end; undefined where there is none. Looked at from behind,
 * each unit with each rest of the letters once: a name that says one syllable over and over is as quick as any other.
 */
function readFrom(
  letters: string,
  units: readonly string[],
  syllables: readonly string[],
  gaps: boolean,
): number | undefined {
  const end = letters.length;
  let first: number | undefined;
  // Whether the letters behind a place can be read from the unit behind.
  let behind = new Set([end]);
  for (let at = Math.min(units.length, syllables.length, SPELLED) - 1; at >= 0; at -= 1) {
    const [unit = '', syllable = ''] = [units[at], syllables[at]];
    const here = new Set([end]);
    const least = gaps ? syllable.length : 1;
    for (let place = 0; place < end; place += 1) {
      let isRead = letters.startsWith(unit, place) && behind.has(place + unit.length);
      for (let size = 1; !isRead && size <= syllable.length; size += 1) {
        if (letters[place + size - 1] !== syllable[size - 1]) break;
        isRead = size >= least && behind.has(place + size);
      }
      if (isRead || (gaps && at > 0 && behind.has(place))) here.add(place);
    }
    if (here.has(0)) first = at;
    behind = here;
  }
  return first;
}
