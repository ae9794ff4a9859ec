/**
 * 校对的查准率与查全率: what the proofreader says of texts whose verdict is known. A folder holds either NN.txt files
 * with verdicts.tsv (number, sound or contradiction, why, origin), or tables of passages (verdict, text, why, origin; ⏎ for a line
 * break, ␉ for a tab).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contradiction } from '../../../src/proofread/contradiction.ts';
import { plainPaper } from '../../../src/proofread/document/plain.ts';
import { proofread } from '../../../src/proofread/proofread.ts';

export interface JudgedPaper {
  readonly name: string;
  readonly contradiction: boolean;
  readonly why: string;
  /** real, altered, composed: where the passage comes from. */
  readonly origin: string;
  readonly text: string;
}

export interface ProofreadRates {
  readonly alarms: number;
  /** Findings in texts that do contradict themselves. */
  readonly trueAlarms: number;
  readonly contradictions: number;
  /** Contradictory texts with at least one finding. */
  readonly found: number;
  /** Of these, the texts with a finding of what the key names, or whose key names nothing that could be looked for. */
  readonly asKeyed: number;
}

/** The numbers of a text, as they are written. */
function numbersOf(text: string): Set<string> {
  return new Set((text.match(/\d+(?:\.\d+)?/gu) ?? []).map((one) => String(Number(one))));
}

/**
 * Whether a finding is of what the key says: it shares two of its numbers (or the only one), or a name that it puts in quotation
 * marks; undefined where the key holds neither.
 */
export function isAsKeyed(
  why: string,
  { message, expected, quote }: Contradiction,
): boolean | undefined {
  const told = `${message}${expected}`;
  const [own, said] = [numbersOf(why), numbersOf(told)];
  const names = [...told.matchAll(/“(?<name>[^“”]*\p{Script=Han}{2}[^“”]*)”/gu)].flatMap(
    ({ groups }) => groups?.['name'] ?? [],
  );
  const quoted = [...why.matchAll(/“(?<name>[^“”]+)”/gu)].flatMap(
    ({ groups }) => groups?.['name'] ?? [],
  );
  if (
    names.some((name) => why.includes(name)) ||
    quoted.some((name) => `${told}${quote}`.includes(name))
  )
    return true;
  if (own.size === 0) return quoted.length === 0 ? undefined : false;
  return [...own].filter((one) => said.has(one)).length >= Math.min(2, own.size);
}

function linesOf(path: string): string[][] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => line.split('\t'));
}

/** The passages of a folder, in one of its two shapes. */
export function judgedIn(folder: string): JudgedPaper[] {
  const verdicts = join(folder, 'verdicts.tsv');
  const numbered = existsSync(verdicts)
    ? linesOf(verdicts).flatMap(([name = '', verdict, why = '', origin = '']): JudgedPaper[] => {
        const path = join(folder, `${name}.txt`);
        if (!existsSync(path)) return [];
        const contradiction = verdict === 'contradiction';
        return [{ name, contradiction, why, origin, text: readFileSync(path, 'utf8') }];
      })
    : [];
  const tables = readdirSync(folder).filter(
    (name) => name.endsWith('.tsv') && !/^(?:verdicts|sources)\.tsv$/u.test(name),
  );
  const listed = tables.flatMap((table) =>
    linesOf(join(folder, table)).flatMap(
      ([verdict = '', text = '', why = '', origin], index): JudgedPaper[] =>
        verdict === 'sound' || verdict === 'contradiction'
          ? [
              {
                name: `${table.replace('.tsv', '')}:${String(index + 1)}`,
                contradiction: verdict === 'contradiction',
                why,
                origin: origin ?? table.replace('.tsv', ''),
                text: text.replaceAll('⏎', '\n').replaceAll('␉', '\t'),
              },
            ]
          : [],
    ),
  );
  return [...numbered, ...listed];
}

export interface ProofOutcome extends JudgedPaper {
  readonly findings: readonly Contradiction[];
}

export function outcomesOf(judged: readonly JudgedPaper[]): ProofOutcome[] {
  return judged.map((one) => ({ ...one, findings: proofread(plainPaper(one.text)) }));
}

export function ratesOf(outcomes: readonly ProofOutcome[]): ProofreadRates {
  const count = (of: readonly ProofOutcome[]) =>
    of.reduce((sum, one) => sum + one.findings.length, 0);
  const wrong = outcomes.filter(({ contradiction }) => contradiction);
  return {
    alarms: count(outcomes),
    trueAlarms: count(wrong),
    contradictions: wrong.length,
    found: wrong.filter(({ findings }) => findings.length > 0).length,
    asKeyed: wrong.filter(({ why, findings }) =>
      findings.some((one) => isAsKeyed(why, one) !== false),
    ).length,
  };
}

/** Prints the rates of a folder, by origin and by rule; `verbose` adds every miss and every false alarm. */
export function benchProofread(folder: string, verbose = false): ProofreadRates {
  const outcomes = outcomesOf(judgedIn(folder));
  const rates = ratesOf(outcomes);
  process.stdout.write(`proofread ${folder}: ${String(outcomes.length)} texts\n`);
  for (const origin of [...new Set(outcomes.map((one) => one.origin))].toSorted()) {
    print(origin, ratesOf(outcomes.filter((one) => one.origin === origin)));
  }
  print('all', rates);
  const all = outcomes.flatMap(({ contradiction, findings }) =>
    findings.map(({ rule }) => ({ rule, contradiction })),
  );
  for (const rule of [...new Set(all.map((one) => one.rule))].toSorted()) {
    const here = all.filter((one) => one.rule === rule);
    const right = here.filter(({ contradiction }) => contradiction).length;
    process.stdout.write(`  ${rule}: ${String(here.length)} alarms, ${String(right)} true\n`);
  }
  if (verbose) outcomes.forEach(detail);
  return rates;
}

function print(
  name: string,
  { alarms, trueAlarms, contradictions, found, asKeyed }: ProofreadRates,
): void {
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
  process.stdout.write(
    `  ${name}: ${String(alarms)} alarms, ${String(trueAlarms)} true (${share(trueAlarms, alarms)}); ` +
      `${String(contradictions)} contradictions, ${String(found)} found (${share(found, contradictions)}), ` +
      `${String(asKeyed)} as keyed (${share(asKeyed, contradictions)})\n`,
  );
}

function detail({ name, contradiction, why, text, findings }: ProofOutcome): void {
  if (contradiction && findings.length > 0) {
    for (const { rule, message, expected } of findings) {
      const isKeyed = findings.some((one) => isAsKeyed(why, one) !== false);
      process.stdout.write(
        `${isKeyed ? 'found' : 'OTHER'} ${name} (${why})\n    ${rule}: ${message} → ${expected}\n`,
      );
    }
  } else if (contradiction) {
    process.stdout.write(`MISS ${name} (${why})\n    ${text.trim()}\n`);
  } else {
    for (const { rule, quote, message, expected } of findings) {
      process.stdout.write(`FALSE ${name} ${rule}: “${quote}” ${message} → ${expected}\n`);
    }
  }
}
