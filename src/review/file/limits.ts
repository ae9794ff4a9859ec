/** 佐证文件的上限: how large they may be, one by one and together. */
import type { Fault } from '../../ledger/fault.ts';
import { sizeInWords } from '../../text/size.ts';
import { faultOf } from '../proposal/case.ts';

/** The largest evidence file, and all of a proposal together. Bytes. */
export const LARGEST_FILE = 10 * 1024 * 1024;
export const LARGEST_TOTAL = 200 * 1024 * 1024;

/** The fault of a file that is too large. */
export function sizeFault(path: string, size: number): Fault {
  return faultOf(
    path,
    'evidence-size',
    `文件有 ${sizeInWords(size)}，超过 ${sizeInWords(LARGEST_FILE)} 的上限`,
    '压缩图片或只留相关页；原件另存的，用 stored 写明校验值和存放处',
  );
}

/** The fault of files that are too large together. */
export function totalFault(path: string, total: number): Fault {
  return faultOf(
    path,
    'evidence-size',
    `佐证文件共 ${sizeInWords(total)}，超过一次 ${sizeInWords(LARGEST_TOTAL)} 的上限`,
    '分几次提交，或改用链接、编号',
  );
}
