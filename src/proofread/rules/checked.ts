/** 检查与所有: more were looked at than there are, more failed than were looked at of their kind. */
import { disagreement, type Contradiction } from '../contradiction.ts';
import type { ReadDocument } from '../document/paper.ts';
import { entityOf } from '../meaning.ts';
import {
  isAlike,
  mayBeAlike,
  type SaidNumber,
  type Statement,
  statementsOf,
} from '../statement.ts';
import type { ProofRule } from '../rule.ts';

/** How many sentences before a check may hold what there is. */
const BEFORE = 2;
/** So many where both say of what place they are the whole: 全县. */
const FAR = 12;

function check(paper: ReadDocument): Contradiction[] {
  const statements = statementsOf(paper);
  return statements.flatMap((statement, index) => {
    const before = statements
      .slice(Math.max(0, index - BEFORE), index)
      .filter(({ passage }) => statement.passage.block - passage.block <= 1);
    const far = statements
      .slice(Math.max(0, index - FAR), index)
      .filter((one) => !before.includes(one));
    const larger = [...beyond(statement, before, far), ...failed(statement)].map(([whole, part]) =>
      disagreement(checkedRule.id, [part], whole, {
        message: `部分写的是${String(part.value)}${part.unit}，总体写的是${String(whole.value)}${whole.unit}`,
        expected: `部分不大于总体${String(whole.value)}${whole.unit}`,
      }),
    );
    return [...larger, ...judged(statement)];
  });
}

type Pair = readonly [whole: SaidNumber, part: SaidNumber];

const CHECK = /检查|抽查|抽检|监测|普查|巡查|自查|测评/u;
/** Words that say how many there are. */
const ALL = /(?:共有|共|现有|所属|登记|备案|在册|纳入|运行|开设|开办|范围)/u;
/** Checked more than once, or of another time. */
const OFTEN =
  /累计|(?<![本此])次|轮|批|每月|每周|每季|日均|月均|全年|多次|上[季月年]|去年|同期|新增|增加|较|比/u;
/** Whose they are: 全省 and 全市 are not the same. */
const WHOSE = /(?:全|我|本)[国省市县区州旗]|[省市县区州]级|[市县区州省]直|部门|门户|乡镇|镇街/gu;

/** 共21个……检查28家; 所属21个……对所属24个进行检查. */
function beyond(
  statement: Statement,
  before: readonly Statement[],
  far: readonly Statement[],
): Pair[] {
  const wholes = before.flatMap(existing);
  const distant = far.flatMap(existing);
  return checkedIn(statement).flatMap((part): Pair[] => {
    const near = wholes.filter((one) => mayBeAlike(one, part) && isSameKind(one, part, wholes));
    const own =
      near.length > 0
        ? near
        : distant.filter(
            (one) => mayBeAlike(one, part) && isOfWhole(part) && isSameKind(one, part, []),
          );
    const [whole] = own;
    if (whole === undefined || own.some(({ value }) => value >= part.value)) return [];
    return own.length === 1 ? [[whole, part]] : [];
  });
}

/** Said of 全县, 全市: of all that there are. */
function isOfWhole(one: SaidNumber): boolean {
  return /全[国省市县区州旗](?!.*(?:其中|部门|直属|[省市县区州]直))/u.test(clauseOf(one));
}

/** Counted alike, of the same kind and the same place; 检查28家 may leave the kind to the sentence before. */
function isSameKind(whole: SaidNumber, part: SaidNumber, wholes: readonly SaidNumber[]): boolean {
  const whose = (one: SaidNumber): string => [...`${one.label}${one.noun}`.matchAll(WHOSE)].join();
  const [of, own] = [entityOf(whole), entityOf(part)];
  if (own === undefined) return wholes.length === 1 && part.noun === '';
  const places = whose(part);
  return of === own && (places === '' || places === whose(whole));
}

/** What a sentence says that there is. */
function existing(statement: Statement): SaidNumber[] {
  if (OFTEN.test(statement.text) || CHECK.test(statement.text.replace(/检查范围/gu, ''))) return [];
  const exact = exactOf(statement);
  // 市、县级政府主办9个，市级部门主办57个: the first of a row of ranks.
  const isOfRow = (one: SaidNumber): boolean =>
    /[省市县]级|部门|乡镇|[市县区]直/u.test(one.label) &&
    exact.filter((two) => isAlike(one, two)).length >= 3;
  return exact.filter(
    (one) =>
      !isOfRow(one) &&
      ALL.test(clauseOf(one)) &&
      ['site', 'account', 'unit'].includes(entityOf(one) ?? 'site'),
  );
}

/** What a sentence says that was looked at. */
function checkedIn(statement: Statement): SaidNumber[] {
  if (OFTEN.test(statement.text)) return [];
  return exactOf(statement).filter((one) => {
    const clause = clauseOf(one);
    const noun = one.noun.replace(/进行.*$/u, '');
    return (
      CHECK.test(clause) &&
      !/发现|问题|不合格|整改|错|范围/u.test(clause.replace(/检查指标/u, '')) &&
      noun.length <= 10
    );
  });
}

function exactOf({ numbers }: Statement): SaidNumber[] {
  return numbers.filter((one) => one.scope < 0 && !one.rough && !one.compared);
}

/** The clause round a number, from one comma to the next. */
function clauseOf({ passage, at, end }: SaidNumber): string {
  const before = /[^，；。：]*$/u.exec(passage.read.slice(0, at))?.[0] ?? '';
  const behind = /^[^，；。：]*/u.exec(passage.read.slice(end))?.[0] ?? '';
  return before + behind;
}

/** 对12个部门网站、10个县级网站进行检查，发现存在问题的部门网站13个、县级网站4个: each of its own kind. */
function failed(statement: Statement): Pair[] {
  const level = exactOf(statement);
  const at = statement.text.search(/发现|其中|存在|不合格/u);
  if (at < 0 || !CHECK.test(statement.text.slice(0, at))) return [];
  const wholes = level.filter((one) => one.end <= statement.at + at);
  if (wholes.length < 2) return [];
  const lead = statement.text.slice(at, at + 24);
  // 发现问题312个，其中县（市、区）188个: of problems.
  if (!/问题|不合格/u.test(lead) || /(?:问题|隐患|错误)(?:共|有)?\d/u.test(lead)) return [];
  return level.flatMap((part): Pair[] => {
    const name = part.label.replace(/^.*(?:问题|不合格)的?(?!的)/u, '');
    if (part.at < statement.at + at || [...name].length < 4) return [];
    const own = wholes.filter((one) => one.noun.startsWith(name) && mayBeAlike(one, part));
    const [whole] = own;
    return whole !== undefined && own.length === 1 && part.value > whole.value
      ? [[whole, part]]
      : [];
  });
}

/** Sites or accounts, by the words right behind a number, else by those before it: 门户网站6家和部门网站34家. */
function kindOf({ label, noun }: SaidNumber): string | undefined {
  const behind = noun.replace(/[、和及与].*$/u, '');
  const words = behind === '' ? label.replace(/^.*[和及与]/u, '') : behind;
  if (/网站|门户/u.test(words)) return 'site';
  return /账号|新媒体|公众号|微博|抖音|视频号/u.test(words) ? 'account' : undefined;
}

/** 检查8家门户网站和35家部门网站，合格41家，不合格3家: what passed and what failed are all of the row. */
function judged(statement: Statement): Contradiction[] {
  const level = exactOf(statement);
  const of = (sign: 'yes' | 'no'): SaidNumber[] =>
    level.filter(({ stance }) => stance?.about === 'pass' && stance.sign === sign);
  const [passed, more] = of('yes');
  const [lost, others] = of('no');
  if (passed === undefined || lost === undefined || more !== undefined || others !== undefined)
    return [];
  const start = Math.min(passed.at, lost.at);
  const row = level.filter(({ end }) => end <= start);
  const [first, ...rest] = row;
  const { read } = statement.passage;
  const isRow = row.every((one, index) => {
    const next = row[index + 1];
    return (
      mayBeAlike(one, passed) &&
      one.stance === undefined &&
      (next === undefined ||
        /^[^，。；：\d]{0,16}[、和及与][^，。；：\d]{0,12}$/u.test(read.slice(one.end, next.at)))
    );
  });
  if (first === undefined || rest.length === 0 || !isRow || OFTEN.test(statement.text)) return [];
  if (!CHECK.test(read.slice(statement.at, first.at)) || level.length !== row.length + 2) return [];
  // 12个县区和85家网站: only sites and accounts pass; 网站合格6家 is of the sites alone.
  const kinds = row.map(kindOf);
  if (kinds.includes(undefined)) return [];
  const said = [passed, lost].flatMap((one) => entityOf(one) ?? []);
  if (said.some((one) => kinds.some((kind) => kind !== one))) return [];
  const whole = row.reduce((sum, { value }) => sum + value, 0);
  const both = passed.value + lost.value;
  if (whole === both || row.some(({ value }) => value === both)) return [];
  return [
    disagreement(checkedRule.id, [passed, lost], first, {
      message: `合格${String(passed.value)}与不合格${String(lost.value)}共${String(both)}，检查的共${String(whole)}`,
      expected: `合格与不合格相加为${String(whole)}`,
    }),
  ];
}

export const checkedRule: ProofRule = { id: 'checked', name: '检查数与总数', check };
