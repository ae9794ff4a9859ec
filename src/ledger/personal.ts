/** 个人信息: what looks like a mobile number or an identity number. Git history keeps what was once written for good. */
import { isRealDay } from '../schema/field.ts';

const MOBILE = /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/u;
/** In an address letters and digits run on: there only a number that stands by itself counts. */
const MOBILE_IN_ADDRESS = /(?<![\w.-])1[3-9]\d{9}(?![\w-])/u;
/** Digits within a hash mean nothing. */
const HASH = /[0-9a-f]{32,}/gu;
/** What people and programs put between the digits of a number. */
const BETWEEN = '[\\s\\-–—_.·•,，、/\\u200b-\\u200d\\u2060\\ufeff]{0,2}';
/** Eighteen digits, whatever letters touch them; every place where they may begin is tried. */
const IDENTITY = new RegExp(`(?<!\\d)(?=(\\d(?:${BETWEEN}\\d){16}${BETWEEN}[\\dXx])(?!\\d))`, 'gu');
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

/**
 * An 18-digit identity number (GB 11643), also with spaces, in full width or touched by letters: 'sure' when region,
 * birthday and check digit are right, 'likely' when only the check digit is not — a number copied with a slip still tells
 * who is meant — or when the number may as well be a credit code or a document's.
 */
export function identityIn(text: string): 'sure' | 'likely' | undefined {
  if (!/\d/u.test(text.normalize('NFKC'))) return undefined;
  const plain = text.normalize('NFKC').replaceAll(LONG_HASH, ' ');
  let found: 'likely' | undefined;
  for (const [, written = ''] of plain.matchAll(IDENTITY)) {
    const number = written.replaceAll(/[^\dXx]/gu, '').toUpperCase();
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
