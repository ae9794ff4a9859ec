/** 一个名单: the names of one list of a sentence, each with what the sentence, or what governs it, says of it. */
import type { Known } from '../record/known.ts';
import {
  type Governing,
  governingProblem,
  type GoverningStatement,
  pointedBack,
  pointedWithin,
} from './governing.ts';
import type { Group } from './mention/group.ts';
import type { NamedMention } from './mention/named.ts';
import type { PlatformWords } from './mention/platform-words.ts';
import { isAskedPart } from './outline.ts';
import type { Passage } from './passage.ts';
import { namedFrom } from './said/each.ts';
import type { TextStretch } from './said/edges.ts';
import { type ListVerdict, verdictOn } from './said/verdict.ts';

/** What stands round a list. */
export interface ListContext {
  headings: readonly Governing[];
  /** Those of the sentence before, offices as well. */
  before: readonly NamedMention[];
  statement: GoverningStatement | undefined;
  known: Known;
}

/** `next`: the list behind it in the same sentence. */
export function namedOf(
  {
    passage,
    sentence,
    group,
    next,
  }: { passage: Passage; sentence: TextStretch; group: Group; next: Group | undefined },
  { headings, before, statement, known }: ListContext,
  words: PlatformWords,
): NamedMention[] {
  const lead = passage.plain.slice(group.lead.from, group.lead.to);
  const inFront = { from: sentence.from, to: group.lead.from };
  const above = (isAlone: boolean): string | undefined =>
    pointedWithin(passage, inFront, lead, known) ??
    pointedBack(lead, before, () =>
      governingProblem(headings, isAlone ? statement : undefined, known),
    );
  const said = passage.plain.slice(sentence.from, sentence.to);
  const isAskedOfAll = isAskedPart(headings);
  const verdict: ListVerdict =
    isAskedOfAll && !FOUND_SINCE.test(said)
      ? { findings: [], why: 'nothing', guesses: [] }
      : asMended(
          said,
          headings.at(-1)?.text ?? '',
          asAsked(
            said,
            verdictOn(passage, group, next?.lead.from ?? sentence.to, above, known, words),
            isAskedOfAll,
          ),
        );
  return namedFrom({ passage, sentence, group, verdict }, known);
}

/** 近期又查出“甲”快手号未备案，请一并处理: found since, and told where everybody is asked for something. */
const FOUND_SINCE =
  /(?:还|又|另|近期|日前|近日|新)(?:[^，；。“”]{0,12})?(?:查出|发现|查到|监测到|检测到)(?!(?:的)?问题|风险|隐患|苗头)/u;

const DONE = '(?:改正|整改|纠正|销号|修复|更正|办结|处置|恢复更新|注销)';
/** 已改正的问题有：…, at the head of a sentence. */
const MENDED_LEAD = new RegExp(
  `^(?:其中)?[，：]?[^，；。：“”未不]{0,8}(?:已|全部)[^，；。：“”未不]{0,8}${DONE}[^，；。：“”未不]{0,12}：`,
  'u',
);
/** 一、已完成整改的, （二）不属实的（9个）: what stands below is no open problem. */
const MENDED_ABOVE = new RegExp(
  `^[^，；。未不仍]{0,6}(?:已|全部)[^，；。未不仍但]{0,8}${DONE}(?:到位|完毕|完成|了)?的?(?:问题|账号|网站|单位|情况|名单|事项|政务新媒体|\\d+[个项条家]|（[^（）]*）)*[。：]?$|^(?:经核[查实])?(?:反映)?(?:不属实|误报|误判|无问题|运行(?:正常|良好|较好))(?:的|情况|问题|账号|网站|单位|（[^（）]*）)*[。：]?$`,
  'u',
);

/** What stands below 已完成整改的, or behind 已改正的问题有：, is mended, as far as it does not say otherwise. */
function asMended(sentence: string, heading: string, verdict: ListVerdict): ListVerdict {
  const isBelow = MENDED_ABOVE.test(heading) || MENDED_LEAD.test(sentence);
  if (!isBelow || verdict.findings.length === 0) return verdict;
  const isAgain = /但|仍|又|再次|至今/u.test(sentence);
  const guesses = [...verdict.findings, ...verdict.guesses];
  return { findings: [], why: isAgain ? 'unclear' : 'mended', guesses };
}

/** …停更了，是不是不管了？: who asks reports nothing. */
function asAsked(sentence: string, verdict: ListVerdict, isAsked = false): ListVerdict {
  const isQuestion = isAsked || /？[”）]?$/u.test(sentence);
  if (!isQuestion || verdict.findings.length === 0) return verdict;
  return { findings: [], why: 'unclear', guesses: [...verdict.findings, ...verdict.guesses] };
}
