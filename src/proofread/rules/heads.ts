/** 标题与正文: 交办我市信访件2件 over a text that says 交办我市信访件4件. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sharedPairs } from '../meaning.ts';
import { type Quantity, quantitiesIn } from '../number/quantity.ts';
import type { ProofRule } from '../rule.ts';

/** A label of fewer characters may be said of anything. */
const SHORTEST = 6;
const OTHER = /上[季月年次]|去年|同期|累计|其中|以来|截至|比|较/u;

function check(paper: ReadDocument): Contradiction[] {
  const [title, ...body] = paragraphsOf(paper);
  if (title === undefined || !isTitle(title)) return [];
  const [said, another] = quantitiesIn(title.read);
  if (said === undefined || another !== undefined) return [];
  const told = body.flatMap((passage) =>
    quantitiesIn(passage.read)
      .filter(
        (one) =>
          (one.unit === said.unit && one.noun === said.noun && isSame(one, said)) ||
          isOfThing(one, said),
      )
      .map((one) => ({ passage, ...one })),
  );
  const all = body.flatMap(({ read }) => quantitiesIn(read));
  const [first] = told;
  // Where the number of the title stands anywhere, it is that which is meant.
  if (first === undefined || all.some((one) => one.value === said.value && one.unit === said.unit))
    return [];
  if (told.some(({ value }) => value !== first.value)) return [];
  return [
    disagreement(
      headsRule.id,
      [{ ...first }],
      { passage: title, at: said.at, end: said.end },
      {
        message: `正文写的是${String(first.value)}${first.unit}，标题写的是${String(said.value)}${said.unit}`,
        expected: `标题与正文同为${String(said.value)}${said.unit}或${String(first.value)}${first.unit}`,
      },
    ),
  ];
}

function isTitle({ read }: PlacedText): boolean {
  return read.trim().length <= 60 && !/[，。；：！？]/u.test(read);
}

/** Whether nearly all that the text says before its number stands in the title before its own. */
function isSame({ label: words }: Quantity, title: Quantity): boolean {
  // 11月2|日交办我县信访件
  const label = words.replace(/^[年月日号]/u, '');
  const length = [...label].length;
  if (length < SHORTEST || OTHER.test(label)) return false;
  const isInOrder = stepsThrough(label, title.label);
  return isInOrder && sharedPairs(label, title.label) >= Math.ceil((length - 1) * 0.8);
}

/** 关于对6家不合格网站予以通报 and 不合格网站7家. */
function isOfThing({ label, noun, unit }: Quantity, title: Quantity): boolean {
  const thing = /^(?:不合格|问题)(?:网站|账号|政务新媒体|单位)/u.exec(title.noun)?.[0];
  return (
    thing !== undefined &&
    unit === title.unit &&
    !OTHER.test(label) &&
    (label.endsWith(thing) || noun.startsWith(thing))
  );
}

/** 交办我市信访件 within 交办我市环保问题信访件: every character, in their order. */
export function stepsThrough(words: string, title: string): boolean {
  let at = 0;
  for (const char of title) if (char === words[at]) at += 1;
  return at === words.length;
}

export const headsRule: ProofRule = { id: 'heads', name: '标题与正文的数字', check };
