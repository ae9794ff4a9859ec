/** 待确认: each question once, with its answer; many values put as one, and each by itself where they are few. (虚构) */
import { expect, test } from 'vitest';
import {
  type AskedQuestion,
  Inquiry,
  placesInWords,
  questionKey,
  questionParts,
  valuesInWords,
} from '../../../src/intake/inquiry/question.ts';

const place = (row: number) => ({ file: '清单.xlsx', sheet: '', row, cell: '' });
const unit = (text: string): AskedQuestion => ({
  ask: 'unit',
  text,
  message: `“${text}”是哪个单位`,
  candidates: [],
});
const kind = (text: string, above = 2): AskedQuestion => ({
  ask: 'problems',
  text,
  message: `“${text}”归哪类`,
  candidates: [],
  bulk: {
    text: '清单.xlsx',
    above,
    message: (values) => `有${String(values.length)}种`,
    candidates: [],
  },
});
const first = ([answer]: readonly string[]) => (answer === '不行' ? undefined : answer);
const withAnswers = (...given: [AskedQuestion['ask'], string, string][]) =>
  new Inquiry(new Map(given.map(([ask, text, answer]) => [questionKey(ask, text), [answer]])));

test('同一处问几次是一问，记着几个地方；答了的不问', () => {
  const inquiry = withAnswers(['unit', '甲', '甲局']);
  expect(inquiry.ask(unit('甲'), place(1), first)).toBe('甲局');
  expect(inquiry.ask(unit('乙'), place(2), first)).toBeUndefined();
  expect(inquiry.ask(unit('乙'), place(3), first)).toBeUndefined();
  expect(inquiry.questions.map(({ text, places }) => [text, places.length])).toEqual([['乙', 2]]);
  expect([inquiry.isOpen('unit'), inquiry.isOpen('host', 'account')]).toEqual([true, false]);
});

test('答了而用不上的，再问，把答的话带上', () => {
  const inquiry = withAnswers(['unit', '甲', '不行']);
  inquiry.ask(unit('甲'), place(1), first);
  expect(inquiry.questions[0]?.message).toBe('答复“不行”用不上：“甲”是哪个单位');
});

test('一行自己的问题另记，问还是一起问；别人问过的也算自己的', () => {
  const inquiry = new Inquiry();
  inquiry.ask(unit('甲'), place(1), first);
  const part = inquiry.part();
  part.ask(unit('甲'), place(2), first);
  part.ask(unit('乙'), place(2), first);
  expect(part.own.map(({ text }) => text)).toEqual(['甲', '乙']);
  expect([inquiry.own.length, inquiry.questions.length]).toEqual([1, 2]);
});

function asked(count: number, inquiry = new Inquiry(), above = 2): Inquiry {
  for (let at = 0; at < count; at += 1)
    inquiry.ask(kind(`说法${String(at)}`, above), place(at), first);
  return inquiry;
}

test('一样的问题超过几个，合成一问，要分别答的在里面', () => {
  expect(asked(2).questions.map(({ text }) => text)).toEqual(['说法0', '说法1']);
  const [whole, ...others] = asked(3).questions;
  expect([whole?.text, whole?.each?.length, whole?.places.length, others.length]).toEqual([
    '清单.xlsx',
    3,
    3,
    0,
  ]);
  expect(whole?.message).toBe('有3种；要分别答的，在下面各答各的');
});

test('一轮里问得太多的，两个的也合；别处一起问的算在内', () => {
  const inquiry = asked(2);
  for (let at = 0; at < 10; at += 1) inquiry.ask(unit(`单位${String(at)}`), place(at), first);
  expect(inquiry.questions).toHaveLength(12);
  inquiry.beside = 1;
  expect(inquiry.questions).toHaveLength(11);
});

test('合着答的，每个都用；单独答的盖过它', () => {
  const inquiry = withAnswers(['problems', '清单.xlsx', '其他'], ['problems', '说法1', '错链']);
  const used = [0, 1].map((at) => inquiry.ask(kind(`说法${String(at)}`), place(at), first));
  expect([used, inquiry.questions]).toEqual([['其他', '错链'], []]);
  expect(inquiry.answered('problems', '说法1')).toEqual(['错链']);
  expect(inquiry.answered('problems', '说法0')).toBeUndefined();
});

test('问题的钥匙拆得开；值和地方多的只列几个', () => {
  expect(questionParts(questionKey('unit', '甲\u0000乙'))).toEqual({
    ask: 'unit',
    text: '甲\u0000乙',
  });
  const { questions } = asked(3, new Inquiry(), 9);
  expect(valuesInWords(questions)).toBe('“说法0”“说法1”“说法2”');
  expect(valuesInWords(questions, 2)).toBe('“说法0”“说法1”等 3 种');
  const question = { ...unit('甲'), places: [1, 1, 2, 3, 4, 5, 6].map(place) };
  expect(placesInWords(question)).toMatch(/第1行；.+第5行 等 6 处$/u);
  expect(placesInWords({ ...question, places: [place(1), place(1)] })).not.toContain('等');
});
