/**
 * What is said in 办理指南 and in pages that no menu leads to, found by what people ask: how an account is closed, who decides,
 * how an entry is put right, what is not mended, how a quarter went, what was urged.
 */
import {
  deregistrationAddress,
  correctingAddress,
  guideAddress,
  openingAddress,
  settledAddress,
  timeLimitAddress,
} from '../../views/about/guide-view.ts';
import { mendedOrClosed } from '../../views/about/settled-guide.ts';
import type { Face } from '../../views/face.ts';
import type { SearchEntry } from '../record.ts';
import { supervisedAddress } from '../../views/address.ts';
import { notToBeMended, wordsAddress } from '../../views/about/word-views.ts';
import { supervisedPage } from '../../views/due/supervised-view.ts';
import { hasPeriods } from '../../views/unit/period-view.ts';
import { pageEntry } from './entry-parts.ts';

const CLOSE = ['关停', '注销'].flatMap((act) => [
  `怎样${act}`,
  `怎么${act}`,
  `如何${act}`,
  `${act}手续`,
  `${act}流程`,
  `${act}步骤`,
  `${act}材料`,
  `${act}账号`,
  `账号${act}`,
  `公众号${act}`,
  `${act}公众号`,
]);
const OPENED = [
  '新开账号',
  '新开的账号',
  '开设账号',
  '新增账号',
  '新建账号',
  '新开公众号',
  '新开网站',
  '开通账号',
].flatMap((act) => [act, `${act}怎么登记`, `${act}怎样登记`, `怎么登记${act}`]);
const SETTLED = [
  '怎样算办结',
  '怎么算办结',
  '谁认定',
  '谁来认定',
  '办结认定',
  '谁认定办结',
  '怎样认定办结',
  '怎样算销号',
  '谁来销号',
  '办结标准',
  '销号标准',
];
/** What somebody says whose call nobody takes. */
export const UNREACHED = [
  '空号',
  '是空号',
  '电话是空号',
  '电话空号',
  '电话打不通',
  '打不通',
  '打不通电话',
  '电话没人接',
  '没人接',
  '没人接电话',
  '无人接听',
  '联系不上',
  '号码不对',
  '电话错了',
];
/** 整改到位 is what a unit or a check says, 已销号 what the reviewer decides. */
const MENDED = ['已整改', '整改到位', '已整改到位', '整改完成', '已完成整改', '整改好了', '改好了'];
const CORRECT = [
  '改联系人',
  '联系人不对',
  '更正联系人',
  '换联系人',
  '更新联系人',
  '电话不对',
  '改电话',
  ...UNREACHED,
  '信息有误',
  '账号信息有误',
  '更正账号信息',
];

const SUPERVISED = [
  '通报和督办的问题',
  '督办的问题',
  '督办',
  '督办清单',
  '督办事项',
  '督办一览',
  '挂牌督办',
  '通报的问题',
];
const NOT_TO_BE_MENDED = [
  '不予整改',
  '不整改',
  '不用整改',
  '不用改',
  '不需要整改',
  '不再要求整改',
  '免予整改',
];

/** How it is done: what is said in 办理指南. */
export function guideEntries(face: Face): SearchEntry[] {
  return [
    pageEntry(guideAddress, '办理指南', '怎样算办结，账号怎样关停、注销', ['办理指南', '办事指南']),
    pageEntry(
      deregistrationAddress,
      '账号和网站怎样关停、注销',
      '四步、各交什么，没有办结的问题怎样办',
      CLOSE,
    ),
    pageEntry(
      settledAddress,
      '怎样算办结，由谁认定',
      '已销号、长期坚持、撤销、延期各算不算',
      SETTLED,
    ),
    pageEntry(
      settledAddress,
      `${mendedOrClosed.name}和已销号不是一回事`,
      mendedOrClosed.value,
      MENDED,
    ),
    pageEntry(timeLimitAddress, '限期整改是什么，是不是处分', '限期整改的意思和处分的种类', [
      '限期整改是什么',
      '限期整改是不是处分',
      '是不是处分',
    ]),
    ...(face.audience === 'internal'
      ? [
          pageEntry(openingAddress, '新开的账号和网站怎样登记', '告诉谁、谁登记、交什么', OPENED),
          pageEntry(
            correctingAddress,
            '联系人、账号信息怎样更正',
            '告诉谁、由谁改、改了以后',
            CORRECT,
          ),
        ]
      : []),
    pageEntry(wordsAddress, notToBeMended.name, notToBeMended.value, NOT_TO_BE_MENDED),
    ...periodEntries(face),
    ...(supervisedPage(face) === undefined
      ? []
      : [
          pageEntry(
            supervisedAddress,
            '通报和督办的问题',
            '哪个问题被哪份通报点名、督办，现在怎样',
            SUPERVISED,
          ),
        ]),
  ];
}

/** 各时期情况: each unit has its page; in the browser the unit's own entry is enough to find it. */
function periodEntries(face: Face): SearchEntry[] {
  if (![...face.ledger.units.keys()].some((unit) => hasPeriods(face, unit))) return [];
  const words = ['各时期情况', '各时期', '各期情况', '各季度情况', '各月情况', '分季度情况'];
  return [
    pageEntry(
      '/units.html',
      '各单位的各时期情况',
      '本季度、半年、全年和各月查出、销号、逾期几个，从单位的页面进入',
      [],
      { kind: 'periods', words },
    ),
  ];
}
