/** 入口: what can be said of a proposal before any record is read — who, which paths, which modes, which history. */
import type { Proposal } from '../history/proposal.ts';
import type { Fault } from '../ledger/fault.ts';
import { faultOf, type Person } from './case.ts';
import { changeOf, type LedgerChange } from './change.ts';
import { sizeFault, typeFaults, LARGEST_FILE } from './evidence-file.ts';
import { readFileType } from './file-type.ts';
import { caseFaults, pathFaults } from './path.ts';
import { rightFault, rolesOf } from './rights.ts';
import type { Blobs } from './tree.ts';

/** Faults with paths from the top of the repository. */
export function gateFaults(
  changes: readonly LedgerChange[],
  people: readonly Person[],
  taken: Iterable<string>,
): Fault[] {
  const known = people.filter(({ posts }) => rolesOf(posts).length > 0);
  return [
    ...changes.flatMap((change) => [
      ...known.flatMap(({ posts, who }) => {
        const fault = rightFault(change, posts, who);
        return fault === undefined ? [] : [{ ...fault, file: change.full }];
      }),
      ...pathFaults(change).map((fault) => ({ ...fault, file: change.full })),
      ...conflictFault(change),
    ]),
    ...caseFaults(changes, taken).map(({ change, fault }) => ({ ...fault, file: change.full })),
  ];
}

/** Whoever holds no post on the day of the review. */
export function strangerFaults(people: readonly Person[], settings: string): Fault[] {
  return people
    .filter(({ posts }) => rolesOf(posts).length === 0)
    .map(({ who, posts: { account, others } }) =>
      faultOf(
        settings,
        'unknown-account',
        others.length > 0
          ? `${who} ${account} 的任期不在今天之内`
          : `${who} ${account} 不在本台账登记的人员中`,
        '请管理员登记：填报员写在 units/单位.yaml 的 members，审核员、管理员写在 site.yaml',
      ),
    );
}

function conflictFault(change: LedgerChange): Fault[] {
  if (!change.conflict) return [];
  return [
    faultOf(
      change.full,
      'conflict',
      '主分支上的这个文件在此期间也改过',
      '从最新的主分支重新拉分支，再提交一次',
    ),
  ];
}

/**
 * What commits of the proposal hold on the way and its end does not: it would stay in the history for good. A report
 * that was rewritten before it was handed in is not worth a word; a file of evidence is.
 */
export function passingFaults(
  { passing }: Proposal,
  prefix: string,
  people: readonly Person[],
  blobs: Blobs,
): Fault[] {
  const again = '从最新的主分支重新拉分支，只提交最后的文件';
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
      return [faultOf(path, 'passing', `分支的历史里动过这个文件：${refusal.message}`, again)];
    if (change.area !== 'evidence') return [];
    const size = sizes.get(object) ?? 0;
    const [bad] =
      size > LARGEST_FILE
        ? [sizeFault(path, size)]
        : typeFaults(path, readFileType(blobs.bytes(object)), blobs.bytes(object)).filter(
            ({ severity }) => severity === 'fault',
          );
    return bad === undefined
      ? [
          faultOf(
            path,
            'passing',
            '分支的历史里有这个佐证文件的旧版本，合并后会留在历史里',
            `不宜留的，${again}`,
            'warning',
          ),
        ]
      : [faultOf(path, 'passing', `分支的历史里有不能提交的文件：${bad.message}`, again)];
  });
}
