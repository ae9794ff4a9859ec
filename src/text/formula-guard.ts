/**
 * 公式防护: text that a spreadsheet would run as a formula when it opens a CSV file is written with an apostrophe before
 * it, and read without (https://owasp.org/www-community/attacks/CSV_Injection). One rule for writing and reading, so
 * that what goes out comes back the same.
 */

/** What begins a formula, also full width, behind any number of apostrophes. */
const RISKY = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** True for text that is written with an apostrophe before it. */
export function isGuarded(text: string): boolean {
  return RISKY.test(text);
}

/** The text as it was before it was guarded. */
export function unguarded(text: string): string {
  return text.startsWith("'") && RISKY.test(text) ? text.slice(1) : text;
}
