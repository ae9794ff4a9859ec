/**
 * How well circulars in prose are read: a folder of NN.txt with NN.yaml beside it, which says what must be proposed
 * (`expected`: account, platform, finding, other wordings in `…_also`), what may be (`optional`: the account, whatever is
 * said of it; `either`: that finding of it), and in effect that nothing else may be.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { planImport, type ImportPlan } from '../../../src/intake/record/plan.ts';
import { ColumnNames } from '../../../src/intake/list/column-names.ts';
import { readPaper } from '../../../src/paper/paper.ts';
import type { Ledger } from '../../../src/schema/ledger.ts';

/** An account with a problem, as a key file says it. */
export interface Expected {
  account: string;
  platform?: string;
  finding: string;
  account_also?: string[];
  platform_also?: string[];
  finding_also?: string[];
}

export interface Key {
  expected?: Expected[];
  optional?: Expected[];
  /** What careful officials read unlike: neither owed nor wrong. */
  either?: (Either | Either[])[];
}

/** Without an account: whoever it is said of. */
type Either = Omit<Expected, 'account'> & { account?: string };

export interface ProseScore {
  expected: number;
  /** Expected ones that were proposed. */
  right: number;
  /** Proposals that are neither expected nor optional. */
  wrong: number;
  proposals: number;
  /** Expected ones that are asked about instead. */
  asked: number;
  missing: number;
  /** What is wrong, asked and missing, in words. */
  lines: string[];
}

/** Reads every circular of a folder and prints the rates; `verbose` lists what is not right. */
export async function benchProse(
  folder: string,
  ledger: Ledger,
  verbose = false,
): Promise<ProseScore> {
  const total: ProseScore = none();
  const names = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  for (const name of names.toSorted()) {
    const key = load(readFileSync(join(folder, name.replace(/txt$/u, 'yaml')), 'utf8')) as Key;
    const score = scoreOf(await prosePlan(name, readFileSync(join(folder, name)), ledger), key);
    for (const field of ['expected', 'right', 'wrong', 'proposals', 'asked', 'missing'] as const)
      total[field] += score[field];
    total.lines.push(...score.lines.map((line) => `${name}  ${line}`));
  }
  const { expected, right, wrong, proposals, asked, missing } = total;
  const share = (part: number, whole: number): string =>
    whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
  const lines = [
    `prose ${folder}: ${names.length} circulars`,
    `  expected ${expected} · proposed right ${right} (${share(right, expected)}) · asked ${asked} · missing ${missing}`,
    `  proposals ${proposals} · wrong ${wrong} (${share(wrong, proposals)})`,
    ...(verbose ? total.lines.map((line) => `  ${line}`) : []),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return total;
}

const none = (): ProseScore => ({
  expected: 0,
  right: 0,
  wrong: 0,
  proposals: 0,
  asked: 0,
  missing: 0,
  lines: [],
});

/** The circular as `ledger import` reads it. */
export async function prosePlan(
  name: string,
  bytes: Uint8Array,
  ledger: Ledger,
): Promise<ImportPlan> {
  const columns = new ColumnNames(ledger.vocabulary.columns);
  const reading = await readPaper(name, bytes, (one) => columns.find(one) !== undefined);
  if ('refusal' in reading) throw new Error(`${name}: ${reading.refusal.problem}`);
  return planImport([reading.paper], ledger, { listedOn: '2026-01-05' }, new Map());
}

/** Compares what a plan proposes with what a key expects. */
export function scoreOf(
  plan: ImportPlan,
  { expected = [], optional = [], either = [] }: Key,
): ProseScore {
  const score = { ...none(), lines: [] as string[], expected: expected.length };
  const found = new Set<Expected>();
  // A table in the text is read as a list: its rows count as well.
  for (const { listed: words, host, finding } of plan.rows) {
    score.proposals += 1;
    // A problem of a unit of its own is listed under the unit.
    const listed = words === '/' ? `${OF_UNIT}：${host}` : words;
    const hits = expected.filter((one) => isAbout(listed, one) && isSame(finding, one));
    for (const hit of hits) found.add(hit);
    const isFree =
      optional.some((one) => isAbout(listed, { account: one.account, finding: '' })) ||
      either.flat().some((one) => isAbout(listed, one) && isSame(finding, one));
    if (hits.length > 0 || isFree) continue;
    score.wrong += 1;
    score.lines.push(`wrong    ${listed} | ${finding}`);
  }
  score.right = found.size;
  const asked = plan.questions.filter(({ message }) => message.startsWith('通报里点到'));
  for (const one of expected) {
    if (found.has(one)) continue;
    const isAsked = asked.some(({ text }) => isAbout(text.split(' ')[0] ?? '', one));
    if (isAsked) score.asked += 1;
    else score.missing += 1;
    score.lines.push(
      `${isAsked ? 'asked  ' : 'missing'}  ${one.platform ?? ''}：${one.account} | ${one.finding}`,
    );
  }
  return score;
}

/** The platform that a key gives to a problem of a unit of its own. */
const OF_UNIT = '单位';

const bare = (text: string): string => text.replace(/[\p{P}\p{S}\s]/gu, '');
/** 甲县人民政府门户网站, 甲县政府 and 甲县 are one site. */
const ofName = (text: string): string =>
  bare(text).replace(/(?:人民)?(?:政府)?(?:门户|官方)?(?:网站|网)?$/u, '');
const ofPlatform = (text: string): string =>
  bare(text).replace(/^(?:政务|官方|政府)+|(?:账号|帐号)$/gu, '');

/** 平台：名称, or a website's name alone. */
function isAbout(listed: string, { account, platform, ...also }: Either): boolean {
  if (account === undefined) return true;
  const at = listed.indexOf('：');
  const name = ofName(listed.slice(at + 1));
  const said = at < 0 ? '' : ofPlatform(listed.slice(0, at));
  const words = said === OF_UNIT ? '' : said;
  if (![account, ...(also.account_also ?? [])].some((one) => ofName(one) === name)) return false;
  if (platform === undefined) return true;
  return [platform, ...(also.platform_also ?? [])].some((one) => {
    const wanted = ofPlatform(one);
    // 政务新媒体账号 names no platform.
    if (/^(?:政务|新媒体|平台)*$/u.test(wanted)) return true;
    if (wanted === OF_UNIT) return said === OF_UNIT;
    if (/^(?:门户)?网(?:站)?$/u.test(wanted))
      return words === '' ? /网(?:站)?$/u.test(listed) : words === '网站';
    return words !== '' && (wanted.includes(words) || words.includes(wanted));
  });
}

function isSame(finding: string, { finding: wanted, finding_also = [] }: Either): boolean {
  const own = bare(finding);
  return [wanted, ...finding_also].some(
    (one) => own.includes(bare(one)) || (own.length >= 3 && bare(one).includes(own)),
  );
}
