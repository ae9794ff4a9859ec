/** 分支名: it stays in the server's record, in messages of merges and in everybody's clone, beside all other branches. */
import { identityNumberIn } from '../ledger/personal/personal.ts';
import { unseenIn } from '../text/unseen.ts';
import { isUnsafeName } from './proposal/path.ts';

/** Longest name in bytes. */
const LONGEST = 200;
/** Where the branches of units lie; the other names are the office's, whose commands rely on finding them free. */
const UNITS_FOLDER = 'report/';

/** What a shell of Unix or Windows takes for more than a letter: a reviewer types the name behind `git merge`. */
const COMMANDING = /[!"$%&'()*;<>?[\\\]^`{|}~]/u;

/** What stands beside a new branch. */
export interface BranchSurroundings {
  /** The name of the main branch. */
  readonly main: string;
  /** The names of all branches, the main one too. */
  readonly taken: readonly string[];
  /** The ids of the units: below each lie its reports. */
  readonly units: ReadonlySet<string>;
  /** True for a pusher who acts for units alone. */
  readonly isClerk: boolean;
}

/** Why no branch of this name is taken; undefined where it is. */
export function branchTrouble(ref: string, around: BranchSurroundings): string | undefined {
  const name = ref.replace(/^refs\/heads\//u, '');
  const other = '换一个分支名再推';
  if (identityNumberIn(name) !== undefined) return `分支名里像是有身份证号码：${other}`;
  if (unseenIn(name).length > 0) return `分支名里有看不见的字符：${other}`;
  if (new TextEncoder().encode(name).length > LONGEST)
    return `分支名超过 ${String(LONGEST)} 字节：换一个短的再推`;
  if (
    name.toLowerCase() === around.main.toLowerCase() ||
    /^(?:[a-z_]*head|stash|refs\/.*|[0-9a-f]{40}|[0-9a-f]{64})$/iu.test(name)
  )
    return `分支名会被认成主分支、别的引用或提交：${other}`;
  if (name.startsWith('-') || isUnsafeName(name))
    return `分支名在有的系统上存不下，别人会取不到：只用汉字、字母、数字、连字符，再推`;
  if (COMMANDING.test(name))
    return '分支名里有命令行会当作命令的符号：只用汉字、字母、数字、连字符，再推';
  return inTheWay(name, around);
}

/** A branch is a file of a folder: where one stands no folder can be, and on many systems `A` is `a`. */
function inTheWay(name: string, { taken, units, isClerk }: BranchSurroundings): string | undefined {
  const folded = name.toLowerCase();
  const clash = taken
    .map((one) => one.toLowerCase())
    .findIndex(
      (one) => one === folded || one.startsWith(`${folded}/`) || folded.startsWith(`${one}/`),
    );
  if (clash >= 0)
    return `分支名与已有的分支 ${taken[clash] ?? ''} 在有的系统上存不到一起：换一个分支名再推`;
  const [folder = '', unit = '', ...more] = folded.split('/');
  const isReport = `${folder}/` === UNITS_FOLDER;
  if (isReport && more.length === 0 && (unit === '' || units.has(unit)))
    return `分支名占住了别的报送要放的位置：写成 ${UNITS_FOLDER}问题编号，再推`;
  if (isClerk && !name.startsWith(UNITS_FOLDER))
    return `填报员的分支都放在 ${UNITS_FOLDER} 下：写成 ${UNITS_FOLDER}问题编号，再推`;
  return undefined;
}
