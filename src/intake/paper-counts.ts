/**
 * 报表计数: the list of an office that keeps no ledger, as it came back, → counts by state and by platform. Every row must say how far
 * it is; what cannot be understood is not guessed.
 */
import { type State, UNFINISHED } from '../domain/issue/transition.ts';
import type { Ledger } from '../schema/ledger.ts';
import type { FigureCounts, RollupSums } from '../schema/rollup.ts';
import { type Paper, placeInWords } from '../paper/sheet.ts';
import { Inquiry } from './inquiry/question.ts';
import type { ListRow } from './list/entry.ts';
import { listIn } from './list/list.ts';
import { Known } from './record/known.ts';
import { columnNamesOf, recognisesOf, rowsOfAll } from './record/papers.ts';
import { mendedText } from './words/wording.ts';

type Groups = RollupSums['platforms'];
export type PaperCounts =
  | {
      readonly ok: true;
      /** Of which campaign it is; a list is of everything. */
      readonly campaign?: string;
      readonly figures: FigureCounts;
      readonly platforms: Groups;
    }
  /** Chinese sentences without their full stop. */
  | { readonly ok: false; readonly faults: readonly string[] };

/** What lists write of a state; the first that fits. */
const said = [
  ['void', /^(?:已)?撤销$/u],
  ['sustained', /^(?:转)?(?:长期坚持|持续坚持)$/u],
  ['submitted', /^(?:待|申请)(?:验收|销号|核查|审核)$/u],
  ['returned', /^(?:已)?退回$/u],
  ['open', /^(?:待|未|尚未)(?:整改|启动)$/u],
  ['rectifying', /^(?:正在)?(?:整改中|推进中|整改|进行中)$|^(?:未|尚未)(?:完成|销号|办结)$|^否$/u],
  ['closed', /^(?:是|(?:已|已经)?(?:销号|完成|办结|完成整改|整改完成|整改到位|整改完毕|整改))$/u],
] as const;

/** Counts the rows of a list; the same row in two formats counts once. */
export function countsOfPapers(papers: readonly Paper[], ledger: Ledger): PaperCounts {
  const known = new Known(ledger);
  const inquiry = new Inquiry();
  const reader = { names: columnNamesOf(ledger), recognises: recognisesOf(known, ledger), inquiry };
  const rows = rowsOfAll(papers.map((paper) => listIn(paper, reader)));
  if (rows.length === 0) return { ok: false, faults: ['没有读到一行问题：要有表头和问题的表'] };
  const faults: string[] = [];
  const groups = new Map<string, State[]>();
  for (const row of rows) {
    const state = stateOf(row);
    if (state === undefined) {
      faults.push(
        `${placeInWords(row.place)}：${stateWords(row) === '' ? '没有写整改状态，也没有写销号日期' : `不认得状态“${stateWords(row)}”`}，改写成 已销号、整改中、待整改 等`,
      );
      continue;
    }
    const platform = platformOf(row, known);
    groups.set(platform, [...(groups.get(platform) ?? []), state]);
  }
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    figures: figuresOf([...groups.values()].flat()),
    platforms: [...groups].map(([name, states]) => ({
      name,
      total: states.length,
      unfinished: states.filter((state) => UNFINISHED.has(state)).length,
      closed: states.filter((state) => state === 'closed').length,
    })),
  };
}

function stateWords({ cells }: ListRow): string {
  return (cells.status?.text ?? '')
    .split('\n')
    .map(mendedText)
    .filter((line) => line !== '' && !/^[/／—-]+$/u.test(line))
    .join(' ');
}

function stateOf(row: ListRow): State | undefined {
  const words = stateWords(row);
  if (words === '') return /\d/u.test(row.cells.closedOn?.text ?? '') ? 'closed' : undefined;
  return said.find(([, pattern]) => pattern.test(words))?.[0];
}

function platformOf({ cells }: ListRow, known: Known): string {
  const id =
    known.platforms.find(cells.platform?.text ?? '') ??
    known.platforms.find(/^[^：:]*/u.exec(cells.listed?.text ?? '')?.[0] ?? '');
  return id === undefined ? '未写明' : known.platforms.title(id);
}

function figuresOf(states: readonly State[]): FigureCounts {
  const of = (wanted: (state: State) => boolean): number => states.filter(wanted).length;
  return {
    total: states.length,
    valid: of((state) => state !== 'void'),
    unfinished: of((state) => UNFINISHED.has(state)),
    ...Object.fromEntries(said.map(([id]) => [id, of((state) => state === id)])),
  };
}
