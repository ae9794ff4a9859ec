/** 手机号码: one that is not refused, since the field is internal, is still kept for good. */
import type { Fault } from '../../ledger/fault.ts';
import { hasMobile } from '../../ledger/personal/personal.ts';
import { textsOf } from '../../ledger/records.ts';
import type { DataPath } from '../../ledger/yaml/node.ts';
import { faultOf } from './case.ts';

/** Where in a record mobile numbers stand; contacts are there to hold them. */
export function mobileNumbers(value: unknown): DataPath[] {
  return textsOf(value, hasMobile)
    .map(({ path }) => path)
    .filter(([top]) => top !== 'contacts');
}

export function mobileFault(file: string): Fault {
  return faultOf(
    file,
    'mobile-number',
    '写有手机号码',
    '确有必要才保留；对外联系请写办公电话',
    'warning',
  );
}
