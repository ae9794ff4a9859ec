/** 处置结果: 上季度8个不合格账号，已整改6个，已注销1个，1个仍未整改; what became of each makes up all of them. */
import { type Contradiction, disagreement } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { exactSum, sumInWords } from '../number/quantity.ts';
import { isAlike, type SaidNumber, type Statement, statementsOf } from '../statement.ts';
import type { ProofRule } from '../rule.ts';

const WHOLE =
  /不合格|不达标|问题|挂账|通报|未备案|停更|僵尸|闲置|(?:待|应|须|需)(?:清理|整改|注销)|清理计划/u;
const DONE =
  /已(?:经|全部|完成)?(?:整改|注销|关停|停用|迁移|合并|整合|备案|销号|恢复更新|更新|清理)|完成整改|整改到位/u;
const OPEN =
  /(?:仍|尚|还|至今|暂)*(?:未|没有)(?:能)?(?:完成)?(?:整改|注销|关停|备案|销号|更新|清理)|正在(?:整改|注销|办理|推进)|整改中/u;
/** Counted twice, or not all of them. */
const LOOSE =
  /其中|遗留|上[季月年次]|往年|新发现|等(?=[。；，])|同时|兼有|以上|约|近(?!期)|余|部分|个别|分别|各/u;

function check(paper: ReadDocument): Contradiction[] {
  return statementsOf(paper).flatMap(wrong);
}

function wrong(statement: Statement): Contradiction[] {
  const { passage, at, end } = statement;
  const level = statement.numbers.filter((one) => one.scope < 0 && !one.rough && !one.compared);
  const [whole, ...parts] = level;
  if (whole === undefined || parts.length < 2) return [];
  const words = clauseOf(whole, at, end);
  const { read } = passage;
  if (!WHOLE.test(words) || DONE.test(words) || OPEN.test(words)) return [];
  if (LOOSE.test(read.slice(whole.at, end).replace(/“[^“”]*”等(?=\d)/gu, ''))) return [];
  if (!parts.every((one) => isAlike(one, whole))) return [];
  const states = parts.map((one) => stateOf(clauseOf(one, at, end)));
  // Without one of each kind nobody says that these are all.
  if (states.includes(undefined) || !states.includes('done') || !states.includes('open')) return [];
  // The rule of parts knows 已整改 and 未整改.
  const sum = exactSum(parts.map(({ value }) => value));
  if (sum === whole.value || Math.abs(sum - whole.value) > Math.max(3, whole.value * 0.3))
    return [];
  return [
    disagreement(settledRule.id, parts, whole, {
      message: `处置的各项相加，${sumInWords(parts.map(({ value }) => value))}，与${String(whole.value)}${whole.unit}不符`,
      expected: `各项相加为${String(whole.value)}，或改正总数`,
    }),
  ];
}

/** The clause of a number, from the mark before it to the one behind it; names in quotation marks hold no marks. */
function clauseOf({ passage, at, end }: SaidNumber, from: number, to: number): string {
  const text = passage.read
    .slice(from, to)
    .replace(/“[^“”]*”/gu, (name) => '名'.repeat(name.length));
  const before = /[^，；：]*$/u.exec(text.slice(0, at - from))?.[0] ?? '';
  const behind = /^[^，；。]*/u.exec(text.slice(end - from))?.[0] ?? '';
  return before + passage.read.slice(at, end) + behind;
}

function stateOf(words: string): 'done' | 'open' | undefined {
  if (OPEN.test(words)) return 'open';
  return DONE.test(words) ? 'done' : undefined;
}

export const settledRule: ProofRule = { id: 'settled', name: '处置结果之和', check };
