/** 个人信息: what looks like a mobile number or an identity number. Git history keeps what was once written for good. */
import { isRealDay } from '../schema/field.ts';

const MOBILE = /(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/u;
/** In an address letters and digits run on: there only a number that stands by itself counts. */
const MOBILE_IN_ADDRESS = /(?<![\w.-])1[3-9]\d{9}(?![\w-])/u;
/** Digits within a hash mean nothing. */
const HASH = /[0-9a-f]{32,}/gu;
const IDENTITY = /(?<![\dA-Za-z])\d{6}(?:19|20)\d{9}[\dXx](?![\dA-Za-z])/gu;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Mainland mobile number: eleven digits, with or without spaces or hyphens, full-width digits too. */
export function hasMobile(text: string): boolean {
  const plain = text.normalize('NFKC').replaceAll(HASH, '');
  return (/^https?:/u.test(plain) ? MOBILE_IN_ADDRESS : MOBILE).test(plain);
}

/**
 * An 18-digit identity number (GB 11643): 'sure' when its check digit is right, 'likely' when only region and birthday
 * are — a number copied with a slip still tells who is meant.
 */
export function identityIn(text: string): 'sure' | 'likely' | undefined {
  const numbers = [...text.normalize('NFKC').matchAll(IDENTITY)].map(([one]) => one.toUpperCase());
  if (numbers.some(isIdentity)) return 'sure';
  return numbers.some(isLikely) ? 'likely' : undefined;
}

/** A region of the mainland, Hong Kong, Macao or Taiwan, and a day that exists. */
function isLikely(number: string): boolean {
  const birthday = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  return (
    /^(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3])/u.test(number) && isRealDay(birthday)
  );
}

function isIdentity(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17];
}
