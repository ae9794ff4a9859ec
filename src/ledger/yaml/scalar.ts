/** One value as YAML text: plain where that is safe in YAML 1.1 and 1.2 alike, else quoted. */

/** Words and numbers that some YAML reader takes for something else than text. */
const WORD = /^(?:~|null|true|false|yes|no|on|off|y|n|=|<<)$/iu;
const NUMBER = /^[-+]?[\d._][\d_.,:eExXoOa-fA-F+-]*$/u;
const DAY = /^\d{4}-\d{2}-\d{2}$/u;
/** Signs that mean something at the beginning of a value. */
const INDICATOR = /^[-?:,[\]{}#&*!|>'"%@`.\s]/u;
/** What ends or begins something else in the middle of a plain value, in a list or map on one line as well. */
const BREAKING = /: |:$| #|[,[\]{}]|\s$/u;
/** What only a double-quoted value can hold. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u00a0\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]/u;

/** A scalar as YAML text on one line. Numbers must be finite. */
export function scalarText(value: string | number | boolean | null): string {
  if (typeof value !== 'string') return String(value);
  if (UNPRINTABLE.test(value)) return escaped(value);
  if (DAY.test(value)) return value;
  const plain =
    value !== '' &&
    !WORD.test(value) &&
    !NUMBER.test(value) &&
    !INDICATOR.test(value) &&
    !BREAKING.test(value);
  return plain ? value : `'${value.replaceAll("'", "''")}'`;
}

function escaped(value: string): string {
  return JSON.stringify(value).replace(
    /[\u007f-\u00a0\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu,
    (char) => `\\u${(char.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

/** The lines of a text that can stand in a block after `|-`, or undefined where it must be quoted. */
export function blockLines(value: string): string[] | undefined {
  const lines = value.split('\n');
  const fits =
    lines.length > 1 &&
    lines.every((line) => !UNPRINTABLE.test(line) && line.trimEnd() === line) &&
    lines[0] !== '' &&
    !/^\s/u.test(lines[0] ?? '') &&
    lines.at(-1) !== '';
  return fits ? lines : undefined;
}
