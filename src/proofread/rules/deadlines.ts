/** 两个期限: 请各单位于4月20日前整改到位, and further down 务必在4月25日前全部整改到位: of all, and of nobody in particular. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import { paragraphsOf, type PlacedText, type ReadDocument } from '../document/paper.ts';
import { sentencesOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const DUE =
  /(?:(?<year>\d{4})年)?(?<month>\d{1,2})月(?<day>\d{1,2}日|底|上旬|中旬|下旬|末)(?:下班)?之?(?:前|以前)/gu;
/** What is said to everybody who has to do it. */
const TO_ALL =
  /请|务必|确保|必须|[要须应需]|各(?:有关|相关|责任|主办|问题)?单位|(?:有关|相关|上述|以上|责任|问题)(?:责任)?单位|(?:存在|有)问题的?单位|各地各(?:部门|单位)|各地区?、?各部门|所有|全部|本次|此次|检查|发现|(?:存在|有)?的?问题|整改|(?:情况|报告|结果)|将|把|并|[于在]|均|都|(?:备?注)?：|（[^（）]*）|[一二三四五六七八九十]是|\d[.、]| /gu;
/** Said of some, of another time, or of what was asked before. */
const NARROW =
  /网站(?!和)|账号|微[信博]|公众号|抖音|“|第[一二三四五\d]|县区|区县|乡镇|街道|部门|市直|县直|[能可][^，。]{0,4}立即|立行立改|难以|较|其他|其余|个别|上[一个]*[季年月期]|往|初次|初步|最终|阶段|先|再|复查|自查|曾|已|未|仍|逾期|要求各|汇总|统一|属于|对于|涉及|如|分别/u;
const MENDED =
  /^(?:将|把)?(?:所有|全部|存在|上述|以上|发现)?的?(?:问题)?(?:全部|按要求|切实|彻底)?(?:整改(?:到位|完毕|完成|销号)|完成(?:所有|全部|存在|上述)?的?(?:问题)?整改(?:工作|任务)?|改正)$/u;
const REPORTED =
  /^(?:将|把)?(?<own>整改(?:落实)?(?:情况|报告|结果))?(?:书面)?(?:报送?|反馈|上报|报告)(?:至|到|给|我|[县市区省州政办])/u;

interface Limit {
  readonly passage: PlacedText;
  readonly at: number;
  readonly end: number;
  readonly deed: string;
  readonly year: string | undefined;
  readonly due: string;
}

function check(paper: ReadDocument): Contradiction[] {
  const limits = paragraphsOf(paper).flatMap((passage) =>
    sentencesOf(passage.read).flatMap((sentence) => limitsIn(passage, sentence)),
  );
  const deeds = [...new Set(limits.map(({ deed }) => deed))];
  return deeds.flatMap((deed) => {
    const all = limits.filter((one) => one.deed === deed);
    const [first] = all;
    const other = all.find((one) => one.due !== first?.due && one.passage !== first?.passage);
    // Three days are a timetable.
    const isTwo = new Set(all.map(({ due }) => due)).size === 2;
    if (first === undefined || other === undefined || !isTwo) return [];
    if (first.year !== undefined && other.year !== undefined && first.year !== other.year)
      return [];
    const [own, said] = [other, first].map(({ passage, at, end }) => passage.text.slice(at, end));
    return [
      disagreement(deadlinesRule.id, [other], first, {
        message: `这里要求“${own ?? ''}”，前面要求“${said ?? ''}”，同为${deed}`,
        expected: '前后期限相同，或写明各是谁的期限',
      }),
    ];
  });
}

function limitsIn(passage: PlacedText, sentence: { text: string; at: number }): Limit[] {
  const { text } = sentence;
  const all = [...text.matchAll(DUE)];
  // 网站4月20日前、新媒体4月25日前.
  const isOnly = all.length === 1 || new Set(all.map(([words]) => words)).size === all.length;
  if (!isOnly) return [];
  return all.flatMap((match) => {
    const end = match.index + match[0].length;
    const [clause = '', ...earlier] = text
      .slice(0, match.index)
      .split(/[，；]/u)
      .toReversed();
    const behind = /^[^，。；（）]*/u.exec(text.slice(end))?.[0] ?? '';
    const deed = deedOf(clause + (earlier[0] ?? ''), behind);
    const isToAll = clause.replace(TO_ALL, '') === '';
    if (deed === undefined || !isToAll || NARROW.test(earlier.join('，') + clause + behind))
      return [];
    const { year, month = '', day = '' } = match.groups ?? {};
    const at = sentence.at + match.index;
    return [
      {
        passage,
        at,
        end: at + match[0].length,
        deed,
        year,
        due: `${String(Number(month))}月${day}`,
      },
    ];
  });
}

function deedOf(before: string, behind: string): string | undefined {
  if (MENDED.test(behind)) return '整改到位的期限';
  const own = REPORTED.exec(behind);
  if (own === null) return undefined;
  const said = own.groups?.['own'] ?? /整改(?:落实)?(?:情况|报告|结果)/u.exec(before)?.[0];
  return said === undefined ? undefined : `报送${said.replace('落实', '')}的期限`;
}

export const deadlinesRule: ProofRule = { id: 'deadlines', name: '前后两个期限', check };
