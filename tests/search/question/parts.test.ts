/** 提问怎样分成几部分。(榆阳区公开站) */
import { expect, test } from 'vitest';
import { searchEntries } from '../../../src/search/index/entries.ts';
import { searchWords } from '../../../src/search/index/search-files.ts';
import { lexiconOf, partsOf } from '../../../src/search/question/parts.ts';
import { issueRecords } from '../../../src/search/index/records.ts';
import { face } from '../../documents/face.ts';

const yuyang = face('yuyang');
const menu = [
  { name: '单位', href: '/units.html' },
  { name: '说明', href: '/about.html' },
];
const lexicon = lexiconOf(
  searchWords(searchEntries(yuyang, menu, []), issueRecords(yuyang), yuyang.today),
);
/** Each part as its kind and its words; of names the first title. */
const read = (term: string) =>
  partsOf(term, lexicon).map((part) =>
    part.kind === 'entries'
      ? `${part.entries[0]?.kind ?? ''}:${part.text}`
      : `${part.kind}:${part.text}`,
  );

test.each([
  ['民政局', ['unit:民政局']],
  ['民政局有什么问题', ['unit:民政局', 'asking:有', 'asking:什么', 'asking:问题']],
  ['哪些单位还没备案', ['asking:哪些', 'asking:单位', 'problem:未备案']],
  ['空更', ['problem:空更']],
  ['长期不更新', ['problem:长期不更新']],
  ['停更', ['problem:停更']],
  ['微信未备案', ['platform:微信', 'problem:未备案']],
  ['第12号', ['row:第12号']],
  ['12', ['row:12']],
  ['7月31日到期', ['day:7月31日到期']],
  ['天外来客', ['text:天外来客']],
])('%s', (term, parts) => {
  expect(read(term)).toEqual(parts);
});

test('繁体字按台账里有的字读成简体', () => {
  expect(lexicon.simplify('榆陽氣象未備案')).toBe('榆阳气象未备案');
});

test('叫同一个名字的都在', () => {
  for (const [word, entries] of lexicon.words) {
    expect(entries.length, word).toBeGreaterThan(0);
    expect(new Set(entries).size, word).toBe(entries.length);
  }
});
