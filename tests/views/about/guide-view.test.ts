/** 办理指南: what it says of closing an account, of who decides, of how an entry is put right. (示例区，虚构；榆阳) */
import { expect, test } from 'vitest';
import { figures } from '../../../src/domain/figures/figures.ts';
import { guideView } from '../../../src/views/about/guide-view.ts';
import { faceOf } from '../../../src/views/face.ts';
import { face } from '../../documents/face.ts';

const shown = (name: 'shili' | 'yuyang', audience: 'internal' | 'public') =>
  guideView(face(name, audience));
const part = (name: 'shili' | 'yuyang', audience: 'internal' | 'public', id: string) =>
  shown(name, audience).find((one) => one.id === id)!;

test('关停：四步的先后、各交什么、期限是本台账的设定，问题怎样办', () => {
  const { steps, facts, sources } = part('shili', 'public', 'deregistration');
  expect(steps.map(({ name, gives }) => [name, gives])).toEqual([
    ['批准关停', '同意关停的文件和文号'],
    ['关停公告', '公告的链接和起止日期'],
    ['平台注销', '平台的注销回执或受理编号'],
    ['关停备案', '备案机关的受理编号'],
  ]);
  expect(steps[1]!.value).toBe('在要关停的账号或网站上公告，至少满5个工作日（本台账的设定）。');
  expect(steps[2]!.value).toContain('10个工作日内办完（本台账的设定）');
  const said = facts.map(({ name, value }) => `${name}${value}`).join('');
  for (const words of ['“账号已关停”撤销', '不算已销号', '先报交办的上级同意', '截止日照原来的算'])
    expect(said).toContain(words);
  expect(sources.map(({ name }) => /〔\d{4}〕\d+号/u.exec(name)?.[0])).toEqual([
    '〔2018〕123号',
    '〔2017〕47号',
    '〔2018〕55号',
  ]);
});

test('没有设备案规则的，不写天数', () => {
  const { ledger, today } = face('shili', 'public');
  const bare = { ...ledger, vocabulary: { ...ledger.vocabulary, registering: [] } };
  const { steps } = guideView(faceOf(bare, today, 'public')).find(
    ({ id }) => id === 'deregistration',
  )!;
  expect(steps.map(({ value }) => value).join('')).not.toMatch(/\d/u);
});

test('认定：由主管机关，不由单位；各词的说法就是指标的定义', () => {
  const { intro, facts } = part('shili', 'public', 'settled');
  expect(intro).toContain('办结由示例区人民政府办公室认定，单位自己报整改到位不算');
  const said = new Map(facts.map(({ name, value }) => [name, value]));
  for (const id of ['closed', 'sustained', 'unfinished', 'deferred', 'void', 'void-closed']) {
    const { name, definition } = figures.find((one) => one.id === id)!;
    expect(said.get(name)).toBe(definition);
  }
  expect(said.get('上级核销')).toContain('由交办的上级决定');
  expect(said.get('延期')).toContain('不算办结');
});

test('谁看佐证、什么时候算验收：审核销号的和收件即验收的各说各的，都说到佐证', () => {
  const { ledger, today } = face('shili', 'internal');
  const told = (policies: readonly ('merge' | 'verification')[]) => {
    const campaigns = new Map(
      [...ledger.campaigns].map(([id, one], at) => [
        id,
        { ...one, closing: { policy: policies[at % policies.length]!, publicityDays: 0 } },
      ]),
    );
    const parts = guideView(faceOf({ ...ledger, campaigns }, today, 'internal'));
    return parts.find(({ id }) => id === 'settled')!.intro;
  };
  const look = '验收以前，审核员都要看过佐证。';
  const verified =
    '单位申请验收，收件以后先是待审核，审核员看过佐证，合格的登记验收，不合格的登记退回。';
  const received =
    '收件即验收：审核员先看过佐证，合格的才收件，收下就是验收；不合格的不收，由单位改了再报。';
  const end = (words: string) => new RegExp(`不算。${look}${words}$`, 'u');
  expect(told(['verification'])).toMatch(end(verified));
  expect(told(['merge'])).toMatch(end(received));
  expect(told(['merge', 'verification'])).toMatch(
    new RegExp(`${look}“.+”等\\d+个专项${received}其他专项：${verified}$`, 'u'),
  );
  expect(part('shili', 'internal', 'settled').intro).toContain(
    '“示例区群众反映问题集中办理”、“示例区专项整治回头看”收件即验收',
  );
});

test('台账里没有的规定不写：没有上级交办、没有公示的专项不写这两条', () => {
  const { facts } = part('yuyang', 'public', 'settled');
  expect(facts.map(({ name }) => name)).not.toContain('公示');
  expect(facts.map(({ name }) => name)).not.toContain('上级核销');
});

test('更正只在内部站：写明谁改、电话、改了以后；公开站没有内部的页和人', () => {
  const { intro, facts } = part('shili', 'internal', 'correcting');
  expect(intro).toContain('联系电话0000-1000000');
  expect(facts[0]!.value).toContain('管理员孙示例');
  expect(facts.at(-1)!.value).toContain('不改问题的截止日和状态');
  const open = shown('shili', 'public');
  expect(open.map(({ id }) => id)).toEqual(['settled', 'time-limit', 'terms', 'deregistration']);
  expect(JSON.stringify(open)).not.toMatch(/report\/|示例（|孙示例|赵示例/u);
});

test('限期整改：一句话说是什么，六种政务处分里没有它；两个站都有', () => {
  for (const audience of ['public', 'internal'] as const) {
    const { intro, facts, sources } = part('yuyang', audience, 'time-limit');
    expect(intro).toContain('不是对人的处分');
    expect(facts[0]!.value).toContain('警告、记过、记大过、降级、撤职、开除');
    expect(facts[0]!.value).toContain('限期整改不在其中');
    expect(sources.map(({ name }) => name)).toEqual(['《中华人民共和国公职人员政务处分法》第七条']);
  }
});

test('整改到位和销号：一个是报的、看到的，一个是认定的；向上讲的销号率照指标的定义', () => {
  const { facts } = part('shili', 'internal', 'settled');
  const said = new Map(facts.map(({ name, value }) => [name, value]));
  expect(said.get('整改到位、已整改')).toContain('没有申请验收的，仍是未完成');
  expect(said.get('销号率')).toBe(figures.find(({ id }) => id === 'closed-rate')!.definition);
  expect(said.get('向上报、对外讲用哪个数')).toContain('长期坚持、已验收待销号、待审核都不加进去');
});

test('新开账号：内部站写明告诉谁、谁登记、哪几步；公开站没有', () => {
  const { steps, intro, facts } = part('shili', 'internal', 'opening');
  expect(steps.map(({ name }) => name)).toEqual([
    '告诉办公室',
    '立账号',
    '入册',
    '申请备案、准予备案',
  ]);
  expect(intro).toContain('由示例区人民政府办公室照着登记');
  expect(facts.map(({ value }) => value).join('')).toContain('“变更备案”');
  expect(shown('shili', 'public').map(({ id }) => id)).not.toContain('opening');
});
