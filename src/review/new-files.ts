/** 草稿: files that somebody is about to enter, checked as the review will check them, before anything is written. */
import type { Day } from '../day/calendar.ts';
import type { Posts } from '../domain/membership.ts';
import { checkLedger } from '../ledger/check.ts';
import type { Content } from '../ledger/content.ts';
import { byPlace, type Fault } from '../ledger/fault.ts';
import type { Ledger } from '../schema/ledger.ts';
import { ledgerChange } from './proposal/change.ts';
import { faultOf, type StepCase } from './proposal/case.ts';
import { LARGEST_FILE, sizeFault } from './file/limits.ts';
import { publicFiles } from './file/named.ts';
import { typeFaults } from './file/type-faults.ts';
import { readFileType } from './file/file-type.ts';
import { ownershipFaults } from './people/ownership.ts';
import { isToldBySteps, stepFaults, storiesOf, type StepStory } from './step.ts';

export interface NewFiles {
  /** The ledger as it was read before, and everything with the files in it. */
  readonly base: Ledger;
  readonly merged: Content;
  /** Path below content/ → text or bytes. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** In whose posts the files are entered. */
  readonly as: Posts;
  /** False where nobody said who enters: then whose matter it is, is left to the review. */
  readonly isNamed: boolean;
  readonly today: Day;
}

export interface NewFilesFound {
  readonly faults: readonly Fault[];
  readonly stories: readonly StepStory[];
}

/** Everything wrong with new files; faults that the ledger had before are left out. */
export function checkNewFiles({
  base,
  merged,
  files,
  as,
  isNamed,
  today,
}: NewFiles): NewFilesFound {
  const changes = [...files.keys()].map((path) =>
    ledgerChange(
      { path, before: undefined, after: { mode: '100644', object: '' }, conflict: false },
      '',
    ),
  );
  const { ledger, faults: found } = checkLedger(merged);
  if (ledger === undefined)
    return {
      faults: [faultOf('site.yaml', 'base-unreadable', '台账读不出来', '先运行 npx ledger check')],
      stories: [],
    };
  const draft: StepCase = {
    changes,
    people: [{ who: '提交人', posts: as }],
    author: as,
    today,
    merging: false,
    base,
    merged: ledger,
  };
  const stories = storiesOf(draft);
  const shown = publicFiles(ledger);
  return {
    stories,
    faults: [
      ...found.filter(({ file, rule }) => files.has(file) && !isToldBySteps(rule)),
      ...stepFaults(draft, stories),
      ...(isNamed ? ownershipFaults(draft) : []),
      ...[...files].flatMap(([path, data]) => evidenceFaults(path, data, shown)),
    ].toSorted(byPlace),
  };
}

function evidenceFaults(
  path: string,
  data: string | Uint8Array,
  shown: ReadonlySet<string>,
): Fault[] {
  if (!path.startsWith('evidence/') || typeof data === 'string') return [];
  return data.length > LARGEST_FILE
    ? [sizeFault(path, data.length)]
    : typeFaults(path, readFileType(data), shown.has(path.slice('evidence/'.length)));
}
