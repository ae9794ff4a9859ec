/** 看得见的: whatever text a paper holds, without the characters that nobody sees; its bytes stay as they are. */
import { withoutUnseen } from '../text/unseen.ts';

/** The same value with every text in it cleaned. */
export function seen<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return withoutUnseen(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, cleaned(held)]));
}
