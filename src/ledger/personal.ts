/** 个人信息: what looks like a mobile number or an identity number. Git history keeps what was once written for good. */

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

/** An 18-digit identity number whose check digit is right (GB 11643). */
export function hasIdentity(text: string): boolean {
  return [...text.normalize('NFKC').matchAll(IDENTITY)].some(([number]) =>
    isIdentity(number.toUpperCase()),
  );
}

function isIdentity(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0);
  return '10X98765432'[sum % 11] === number[17];
}
