/** 均在…以上: 7个县合格率均在95%以上, and among those that are listed right behind it one of 93.8%. */
import { type Contradiction, foundAt } from '../contradiction.ts';
import { placedTexts, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const BOUND =
  /(?<by>率|得分|成绩|分数|占比|比例)(?:均|都|全部)(?<verb>在|为|达到?了?|超过?了?|高于|不低于|低于|不足|未达到?|不高于|不超过|保持在)(?<limit>\d+(?:\.\d+)?)(?<unit>%|分)(?<side>（含）以上|及以上|以上|以下)?(?<join>：|，(?:其中|分别[为是])：?|（(?:其中|分别[为是])?：?)(?<row>[^。；]+)/gu;
/** 安岭县93.8%; a name that says what else is measured is no member of the row. */
const ITEM =
  /^(?<name>[^\d，、；。（）%]{0,14}?)(?:得分)?(?:为|是|达)?(?<value>\d+(?:\.\d+)?)(?<unit>%|分)$/u;
const OTHER = /率|占|比|较|上[季年月期]|去年|同期|提高|增|降|升|平均|最|不合格|约|近/u;

function check(paper: ReadDocument): Contradiction[] {
  return placedTexts(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap((sentence) => beyond(passage, sentence)),
  );
}

function beyond(passage: PlacedText, { text, at }: { text: string; at: number }): Contradiction[] {
  return [...text.matchAll(BOUND)].flatMap((match) => {
    const { limit = '', unit = '', row = '' } = match.groups ?? {};
    const side = sideOf(match.groups);
    const isBut = /除[^。；]{1,60}外/u.test(text.slice(0, match.index));
    if (side === undefined || isBut) return [];
    const wrong = membersOf(row, unit).find(
      ({ value }) => (value - Number(limit)) * (side === 'above' ? 1 : -1) < 0,
    );
    if (wrong === undefined) return [];
    const start = at + match.index + match[0].length - row.length + wrong.at;
    return [
      foundAt(
        boundsRule.id,
        passage,
        [at + match.index, start + wrong.words.length],
        `写的是${match[0].slice(0, match[0].length - row.length).replace(/[：，（].*$/u, '')}，而所列的有“${wrong.words}”`,
        `所列各项都${side === 'above' ? '不低于' : '不高于'}${limit}${unit}`,
      ),
    ];
  });
}

/** On which side of the limit all lie; undefined where it is a point. */
function sideOf(groups: RegExpMatchArray['groups']): 'above' | 'below' | undefined {
  const { verb = '', side = '' } = groups ?? {};
  if (/^(?:低于|不足|未达到?|不高于|不超过)$/u.test(verb)) return 'below';
  if (/^(?:超过?了?|高于|不低于)$/u.test(verb)) return 'above';
  if (side === '') return undefined;
  return side === '以下' ? 'below' : 'above';
}

interface Member {
  readonly words: string;
  readonly value: number;
  readonly at: number;
}

/** The names and numbers at the head of a row, up to what is something else. */
function membersOf(row: string, unit: string): Member[] {
  const members: Member[] = [];
  for (const piece of row.matchAll(/[^、，和（）]+/gu)) {
    const words = piece[0];
    const item = ITEM.exec(words);
    const { name = '', value = '' } = item?.groups ?? {};
    if (item?.groups?.['unit'] !== unit || OTHER.test(name)) break;
    members.push({ words, value: Number(value), at: piece.index });
    if (row.charAt(piece.index + words.length) === '）') break;
  }
  return members.length < 2 ? [] : members;
}

export const boundsRule: ProofRule = { id: 'bounds', name: '都在其上与所列', check };
