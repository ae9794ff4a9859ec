/** A fault of the data is a value: where, which rule, what is wrong, what to do. All faults are reported at once. */
import { plain } from '../text/plain.ts';

export type Severity = 'fault' | 'warning';

export interface Fault {
  /** Path below content/ (or as the caller named it), forward slashes. */
  file: string;
  /** From 1; 0 when the fault is of the file as a whole. */
  line: number;
  /** From 1, counted in characters; 0 with line 0. */
  col: number;
  rule: string;
  severity: Severity;
  /** One Chinese sentence: what is wrong. */
  message: string;
  /** One Chinese sentence: what to do. */
  remedy: string;
}

/** Makes a fault of one file; without a place it is of the file as a whole. */
export type MakeFault = (
  rule: string,
  message: string,
  remedy: string,
  place?: { line: number; col: number },
) => Fault;

/** `文件:行:列 规则 说明 → 处理办法`, one line. */
export function faultLine(fault: Fault): string {
  const place =
    fault.line > 0 ? `${fault.file}:${String(fault.line)}:${String(fault.col)}` : fault.file;
  const mark = fault.severity === 'warning' ? '（提醒）' : '';
  return plain(`${place} ${fault.rule}${mark} ${fault.message} → ${fault.remedy}`);
}

/** By file, line, column, rule: the same order on every machine. */
export function byPlace(a: Fault, b: Fault): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.col - b.col ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/** Order by code unit: does not depend on the machine's ICU. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
