/** 不是本单位的问题、有异议的: what a unit does, and how the ledger hands an issue over; for the units alone. */
import type { Face } from '../face.ts';
import { officeWithPhone } from '../office-words.ts';

export const notOursAddress = '/about.html#not-ours';

/** Each a paragraph; undefined on the public site. */
export function notOursView(face: Face): readonly string[] | undefined {
  if (face.audience === 'public') return undefined;
  const call = officeWithPhone(face.ledger.site);
  return [
    `不是本单位的（账号不归本单位、机构已经调整、列错了），不要申请验收：报“进展”，在进展说明里写“不是本单位的”和为什么、应当归哪个单位、有什么依据，并告诉${call}。对退回、逾期或者清单所列有异议的，也这样报，写“有异议：理由”。报了的列在“待批的申请”里。`,
    '审核员核实以后，归别的单位的登记“移交”：账号连同它没有办结的问题一起移交，不涉及账号的问题逐个移交；列错的登记“撤销”。已销号、撤销的留在原单位。',
    '登记移交以前，仍是本单位的，截止日照原来的算；移交不改截止日，要改的由接收单位申请延期。',
  ];
}
