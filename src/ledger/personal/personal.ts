/**
 * 个人信息: what looks like a mobile number or an identity number. Git history keeps what was once written for good, so
 * both are refused: in fields by `rules/privacy.ts`, in comments and file names by `identity-faults.ts`, in the words of
 * commits by `review/gate.ts`.
 */
import { isRealDay } from '../../schema/field.ts';

const MOBILE = /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/u;
/** In an address letters and digits run on: there only a number that stands by itself counts. */
const MOBILE_IN_ADDRESS = /(?<![\w.-])1[3-9]\d{9}(?![\w-])/u;
/** Digits within a hash mean nothing. */
const HASH = /[0-9a-f]{32,}/gu;
/** What people and programs put between the digits of a number: any signs, never letters or other digits. */
const BETWEEN = String.raw`[^\p{L}\p{N}]{0,2}`;
/** The same between its parts: region, year, month, day, order. */
const APART = String.raw`[^\p{L}\p{N}]{0,6}`;
const PARTS = [6, 4, 2, 2, 3].map((digits) =>
  Array<string>(digits)
    .fill(String.raw`\d`)
    .join(BETWEEN),
);
/** The last sign of a number, also as one of the letters and signs that look like it. */
const LAST = String.raw`[\dXx\u0425\u0445\u03a7\u03c7×✕]`;
/** Eighteen digits, whatever letters touch them; every place where they may begin is tried. */
const IDENTITY = new RegExp(
  String.raw`(?<!\d)(?=(${PARTS.join(APART)}${BETWEEN}${LAST})(?!\d))`,
  'gu',
);
/** What draws nothing of its own: it hides in a number, or rings its digits. */
const ADDED = /[\p{M}\p{Cf}\p{DI}]/gu;
/** Hashes in words and links: their digits mean nothing. */
const LONG_HASH = /(?<![0-9a-z])(?=[0-9a-f]*[a-f])[0-9a-f]{32,}(?![0-9a-z])/giu;
/** People born from here on hardly come into a ledger; numbers of documents with a day of these years do. */
const RECENT = '2016';
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Mainland mobile number: eleven digits, with or without spaces or hyphens, full-width digits too. */
export function hasMobile(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(HASH, '');
  return (/^https?:/u.test(plain) ? MOBILE_IN_ADDRESS : MOBILE).test(plain);
}

/** True for a text with at least so many digits, in whatever script: most texts need no closer look. */
export function hasDigits(text: string, count: number): boolean {
  if (text.length < count) return false;
  let found = 0;
  for (const _ of text.matchAll(/\p{N}/gu)) if ((found += 1) >= count) return true;
  return false;
}

/** Digits of other scripts as 0 to 9; each script has its ten in a row. */
function inAscii(text: string): string {
  return text.replaceAll(/(?!\d)\p{Nd}/gu, (sign) => {
    const point = sign.codePointAt(0) ?? 0;
    let zero = point;
    while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(point - zero);
  });
}

/**
 * An 18-digit identity number (GB 11643), also with signs between, in the digits of other scripts or touched by letters: 'sure' when region,
 * birthday and check digit are right, 'likely' when only the check digit is not — a number copied with a slip still tells
 * who is meant — or when the number may as well be a credit code or a document's.
 */
export function identityNumberIn(text: string): 'sure' | 'likely' | undefined {
  if (!hasDigits(text, 17)) return undefined;
  const plain = inAscii(text.normalize('NFKC').replaceAll(ADDED, '')).replaceAll(LONG_HASH, ' ');
  let found: 'likely' | undefined;
  for (const [, written = ''] of plain.matchAll(IDENTITY)) {
    const digits = written.replaceAll(/\D/gu, '');
    const number = digits.length === 17 ? `${digits}X` : digits;
    if (!hasRegionAndBirthday(number)) continue;
    const isRight = hasCheckDigit(number);
    if (isRight && !isCreditCode(number) && number.slice(6, 10) < RECENT) return 'sure';
    // Written apart, only a right check digit tells it from numbers that happen to stand in a row.
    if (isRight || (written.length === 18 && number.slice(6, 10) < RECENT)) found = 'likely';
  }
  return found;
}

/** A region of the mainland, Hong Kong, Macao or Taiwan, and a day that exists in the last hundred and some years. */
function hasRegionAndBirthday(number: string): boolean {
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return (
    /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])\d{4}(?:19|20)/u.test(number) &&
    isRealDay(birthday)
  );
}

function hasCheckDigit(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17];
}

/** 统一社会信用代码 (GB 32100) that happens to be all digits: its own check digit is right. */
function isCreditCode(number: string): boolean {
  const sum = [...number.slice(0, 17)].reduce(
    (total, digit, index) => total + Number(digit) * (3 ** index % 31),
    0,
  );
  return String((31 - (sum % 31)) % 31) === number[17];
}
