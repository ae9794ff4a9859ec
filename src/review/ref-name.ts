/** 分支名: it stays in the server's record, in messages of merges and in everybody's clone. */
import { identityNumberIn } from '../ledger/personal/personal.ts';
import { unseenIn } from '../text/unseen.ts';

/** Longest name in bytes. */
const LONGEST = 200;

/** Why no branch of this name is taken; undefined where it is. `main` is the name of the main branch. */
export function branchTrouble(ref: string, main: string): string | undefined {
  const name = ref.replace(/^refs\/heads\//u, '');
  if (identityNumberIn(name) !== undefined) return '分支名里像是有身份证号码：换一个分支名再推';
  if (unseenIn(name).length > 0) return '分支名里有看不见的字符：换一个分支名再推';
  if (new TextEncoder().encode(name).length > LONGEST)
    return `分支名超过 ${String(LONGEST)} 字节：换一个短的再推`;
  if (
    name.toLowerCase() === main.toLowerCase() ||
    /^(?:head|refs\/.*|[0-9a-f]{40}|[0-9a-f]{64})$/iu.test(name)
  )
    return '分支名会被认成主分支、别的引用或提交：换一个分支名再推';
  return undefined;
}
