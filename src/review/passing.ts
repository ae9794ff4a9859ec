/**
 * 途经: what commits of a proposal hold on the way and its end does not. It would stay in the history for good: what may
 * not be handed in may not pass either. A report that was rewritten before it was handed in is not worth a word, a file
 * of evidence is.
 */
import type { Proposal } from '../history/proposal.ts';
import type { Fault } from '../ledger/fault.ts';
import { identityIn } from '../ledger/personal.ts';
import { MAX_RECORD_BYTES } from '../ledger/yaml/yaml.ts';
import { layout } from '../schema/layout.ts';
import { faultOf, type Person } from './proposal/case.ts';
import { changeOf, type LedgerChange } from './proposal/change.ts';
import { LARGEST_FILE, megabytes, sizeFault, typeFaults } from './file/evidence-file.ts';
import { readFileType } from './file/file-type.ts';
import { pathFaults } from './proposal/path.ts';
import { rightFault } from './people/rights.ts';
import type { Blobs } from './proposal/tree.ts';

const AGAIN = '从最新的主分支重新拉分支，只提交最后的文件';

/** Faults with paths from the top of the repository. */
export function passingFaults(
  { passing }: Proposal,
  prefix: string,
  people: readonly Person[],
  blobs: Blobs,
): Fault[] {
  const sizes = blobs.sizes(passing.map(({ object }) => object));
  return passing.flatMap(({ path, object, mode }) => {
    const change = changeOf(
      { path, before: undefined, after: { mode, object }, conflict: false },
      prefix,
    );
    const refusal = people
      .map(({ posts, who }) => rightFault(change, posts, who))
      .find((fault) => fault !== undefined);
    if (refusal !== undefined)
      return [faultOf(path, 'passing', `分支的历史里动过这个文件：${refusal.message}`, AGAIN)];
    const bad =
      pathFaults(change)[0]?.message ?? contentTrouble(change, object, sizes.get(object), blobs);
    if (bad !== undefined)
      return [faultOf(path, 'passing', `分支的历史里有不能提交的文件：${bad}`, AGAIN)];
    if (change.area !== 'evidence') return [];
    return [
      faultOf(
        path,
        'passing',
        '分支的历史里有这个佐证文件的旧版本，合并后会留在历史里',
        `不宜留的，${AGAIN}`,
        'warning',
      ),
    ];
  });
}

/** Why the words or bytes of a file may not stay in the history; undefined where they may. */
function contentTrouble(
  { path, area }: LedgerChange,
  object: string,
  size = 0,
  blobs: Blobs,
): string | undefined {
  if (area === 'evidence') {
    if (size > LARGEST_FILE) return sizeFault(path, size).message;
    const bytes = blobs.bytes(object);
    return typeFaults(path, readFileType(bytes), bytes).find(({ severity }) => severity === 'fault')
      ?.message;
  }
  if (!(area in layout)) return undefined;
  if (size > MAX_RECORD_BYTES) return `记录有 ${megabytes(size)}`;
  const text = new TextDecoder().decode(blobs.bytes(object));
  return identityIn(text) === 'sure' ? '里面有身份证号码' : undefined;
}
