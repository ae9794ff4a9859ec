/** 纠错和反映: whom a reader tells what is wrong here, from what the ledger's settings name; nothing is made up. */
import type { Face } from '../face.ts';
import { siteView } from '../site-view.ts';

export interface CorrectionsView {
  /** 向某某办公室反映，电话…: the way, without a full stop. */
  readonly way: string;
  /** Where government websites take what is wrong on them; undefined where the settings name none. */
  readonly platform: string | undefined;
  /** What somebody does who found something wrong with an account itself, a sentence each. */
  readonly ofAccounts: readonly string[];
  /** What happens then, and by when, a sentence each. */
  readonly then: readonly string[];
}

export const correctionsAddress = '/about.html#corrections';

export function correctionsView(face: Face): CorrectionsView {
  const platform = siteView(face).corrections;
  return {
    way: correctionsWay(face),
    platform,
    ofAccounts: accountsWay(face),
    then: [
      '请写明是哪一页、哪一栏，实际是怎样的；能附截图或链接更好。',
      '核实有误的由审核员更正：没有改好而写已销号的，重新列为未完成；列错的撤销。更正的日期和公开说明写在这个问题的“办理过程”里。',
      '多久答复，本台账没有规定。',
      ...(face.audience === 'public' && platform === undefined
        ? [
            '政府网站本身的差错，可以从该网站首页底部的“我为政府网站找错”入口留言（《政府网站发展指引》，国办发〔2017〕47号，要求各政府网站在底部列明这个入口）。',
          ]
        : []),
    ],
  };
}

/** 请向某某办公室反映，电话…: without a full stop. */
export function correctionsWay({ ledger }: Pick<Face, 'ledger'>): string {
  const { authority, footer } = ledger.site;
  const phone = footer?.phone;
  return phone === undefined
    ? `本台账没有登记联系电话，请向责任单位或${authority}反映`
    : `请向${authority}反映，电话${phone}`;
}

/** 账号本身有差错: whom to ring, what to say, who answers; no more than what the ledger's settings and records hold. */
function accountsWay({ ledger }: Pick<Face, 'ledger'>): string[] {
  const { authority, footer } = ledger.site;
  const hosts = [...ledger.accounts.values()].flatMap(({ unit }) => ledger.units.get(unit) ?? []);
  const named = hosts.some(({ phone }) => phone !== undefined)
    ? '打主办单位的办公电话：在“账号和网站”找到这个账号，点主办单位，单位页上有'
    : '本台账没有登记单位的办公电话，账号页上写着主办单位';
  const office =
    footer?.phone === undefined
      ? ''
      : `；打不通、不知道是谁办的，打${authority}的电话${footer.phone}`;
  return [
    `${named}${office}。`,
    '说清三样：哪个账号（名称和平台），哪一天看到的，是怎样的。姓名不是必须留的；要答复的，说明怎样联系。',
    '账号归主办单位管，向它要答复；几天以内答复、来电记在哪里，本台账没有规定。来电不会自动列成问题：经检查或者核实、列入清单的，才在这里查得到。',
  ];
}
