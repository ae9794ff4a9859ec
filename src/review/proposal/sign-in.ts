/** 网址里的账户: what stands before an @ looks like the website and is none; a password there is kept for good. */
import type { Fault } from '../../ledger/fault.ts';
import { textsOf } from '../../ledger/records.ts';
import type { DataPath } from '../../ledger/yaml/node.ts';
import { faultOf } from './case.ts';

/** An account or a password in an address, wherever in a text that stands; a comma ends an address (见http://…,某@…). */
const SIGN_IN = /https?:[\\/]+[\w.~%!$&'()*+=:-]*@/iu;

/** Where in a record addresses with somebody's sign-in stand. */
export function signIns(value: unknown): DataPath[] {
  return textsOf(value, (text) => SIGN_IN.test(text)).map(({ path }) => path);
}

export function signInFault(file: string): Fault {
  return faultOf(
    file,
    'link-sign-in',
    '网址里写着账户或口令（@ 前面的不是网站）',
    '从浏览器的地址栏重新复制网址，去掉 @ 和它前面的部分',
  );
}
