/** 同音异字的名称: “清源公安” and “清原公安” in one document: one character unlike, and of the same sound and tone. */
import { pinyin } from 'pinyin-pro';
import { type Contradiction, disagreement } from '../contradiction.ts';
import { placedTexts, type PlacedText, type ReadDocument } from '../document/paper.ts';
import type { ProofRule } from '../rule.ts';
import { pushAt } from '../../text/own.ts';

/** Names of accounts are short; what is longer is a title or a slogan. */
const QUOTED = /“(?<name>\p{Script=Han}{4,10})”/gu;
/** Where the one is told to be wrong, or was called so before. */
const TOLD = /误[写为作将成]|错[写成为]|应为|写[成为作]|更名|改名|变更|不规范|仿冒|假冒|冒充/u;
/** Written either way. */
const EITHER = /[账帐像象作做哪那他她它的地得]/u;

interface Name {
  readonly passage: PlacedText;
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

function check(paper: ReadDocument): Contradiction[] {
  const names = placedTexts(paper).flatMap((passage) =>
    [...passage.read.matchAll(QUOTED)].map((match): Name => ({
      passage,
      name: match.groups?.['name'] ?? '',
      at: match.index,
      end: match.index + match[0].length,
    })),
  );
  const firsts = [...new Map(names.toReversed().map((one) => [one.name, one])).values()].reverse();
  const alike = new Map<string, Name[]>();
  return firsts.flatMap((one) => {
    const twin = earlierTwin(one, alike);
    if (twin === undefined || [one, twin].some(({ passage }) => TOLD.test(passage.read))) return [];
    return [
      disagreement(homophonesRule.id, [one], twin, {
        message: `“${one.name}”与“${twin.name}”只差一个同音字`,
        expected: '同一名称前后写法相同',
      }),
    ];
  });
}

/** The first of the names before it that is its twin; `alike`: those by all but one of their characters, kept up here. */
function earlierTwin(one: Name, alike: Map<string, Name[]>): Name | undefined {
  const chars = [...one.name];
  const keys = chars.map((_, place) => chars.with(place, '…').join(''));
  const twins = keys.flatMap((key) => alike.get(key) ?? []);
  for (const key of keys) pushAt(alike, key, one);
  return twins.find((other) => isTwin(one.name, other.name));
}

/** As long as the other, with one character of the same sound and tone in place of another. */
function isTwin(a: string, b: string): boolean {
  const [own, other] = [a, b].map((name) => [...name]);
  if (own === undefined || other?.length !== own.length) return false;
  const places = own.flatMap((char, at) => (char === other[at] ? [] : [at]));
  const [place] = places;
  if (place === undefined || places.length > 1) return false;
  const [one = '', two = ''] = [own[place], other[place]];
  if (EITHER.test(one) && EITHER.test(two)) return false;
  const [sound, again] = [a, b].map((name) => pinyin(name, { type: 'array' })[place]);
  return sound !== undefined && sound === again;
}

export const homophonesRule: ProofRule = { id: 'homophones', name: '同音异字的名称', check };
