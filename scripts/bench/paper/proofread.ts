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

function print(name: string, { alarms, trueAlarms, contradictions, found }: ProofreadRates): void {
  const share = (part: number, whole: number) =>
    whole === 0 ? '–' : `${((part / whole) * 100).toFixed(1)} %`;
  process.stdout.write(
    `  ${name}: ${String(alarms)} alarms, ${String(trueAlarms)} true (${share(trueAlarms, alarms)}); ` +
      `${String(contradictions)} contradictions, ${String(found)} found (${share(found, contradictions)})\n`,
  );
}

function detail({ name, contradiction, why, text, findings }: ProofOutcome): void {
  if (contradiction && findings.length > 0) {
    for (const { rule, message, expected } of findings) {
      process.stdout.write(`found ${name} (${why})\n    ${rule}: ${message} → ${expected}\n`);
    }
  } else if (contradiction) {
    process.stdout.write(`MISS ${name} (${why})\n    ${text.trim()}\n`);
  } else {
    for (const { rule, quote, message, expected } of findings) {
      process.stdout.write(`FALSE ${name} ${rule}: “${quote}” ${message} → ${expected}\n`);
    }
  }
}
