/** 入口: what can be said of a proposal before any record is read — who, which paths, which modes, which history. */
import type { NoProposal } from '../history/proposal/proposal.ts';
import type { CommitWords } from '../history/proposal/words.ts';
import type { Fault } from '../ledger/fault.ts';
import { identityNumberIn } from '../ledger/personal/personal.ts';
import { faultOf, type Person } from './proposal/case.ts';
import type { LedgerChange } from './proposal/change.ts';
import { caseFaults, pathFaults } from './proposal/path.ts';
import { rightFault, rolesOf } from './people/rights.ts';

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

/** A proposal that changes nothing: it may be merged, but whoever sent it has left something out. */
export function emptyFaults(changes: readonly LedgerChange[], prefix: string): Fault[] {
  if (changes.length > 0) return [];
  return [
    faultOf(
      prefix,
      'empty',
      '这次没有改动任何文件，或改动的内容主分支上已经有了',
      '没有要报的就关掉它；有的，看看报送文件是不是忘了提交',
      'warning',
    ),
  ];
}

/** Identity numbers in what the commits say, and what nobody can read: it stays in the history for good. */
export function wordFaults(words: readonly CommitWords[], prefix: string): Fault[] {
  return words.flatMap(({ commit, text }): Fault[] => {
    if (text === undefined)
      return [
        faultOf(
          prefix,
          'history',
          `提交 ${commit.slice(0, 10)} 的说明或姓名不是 UTF-8 文本，或写法不合规范，无法检查`,
          '从最新的主分支重新拉分支，用一般的 Git 程序再提交（i18n.commitEncoding 不要设）',
        ),
      ];
    const found = identityNumberIn(text);
    if (found === undefined) return [];
    return [
      faultOf(
        prefix,
        'privacy',
        `提交 ${commit.slice(0, 10)} 的说明或姓名里${found === 'sure' ? '有' : '像是有'}身份证号码`,
        '从最新的主分支重新拉分支，换一个说明再提交；身份证号码不得写进历史',
        found === 'sure' ? 'fault' : 'warning',
      ),
    ];
  });
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
        '请管理员登记：填报员写在 units/单位.yaml 的 members，审核员、管理员、定时任务写在 site.yaml',
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

const histories: Record<NoProposal, readonly [message: string, remedy: string]> = {
  unrelated: ['分支与主分支没有共同的历史', '从主分支拉分支，再提交'],
  'criss-cross': [
    '分支与主分支的历史互相交叉，无法确定改了什么',
    '从最新的主分支重新拉分支，再提交一次',
  ],
  shallow: ['取来的历史不全，看不出分支经过了什么', '取全历史（git fetch --unshallow）再检查'],
  huge: ['分支里的文件或提交太多，无法检查', '从最新的主分支重新拉分支，只提交这次报送的文件'],
};

/** A history that cannot be judged. */
export function historyFault(prefix: string, problem: NoProposal): Fault {
  return faultOf(prefix, 'history', ...histories[problem]);
}
