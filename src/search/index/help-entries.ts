/** What people look for that no menu is called: how to remind, to hand over, to object, to take data away. */
import { remindersDue } from '../../views/due/reminder-view.ts';
import {
  againAddress,
  remindingAddress,
  requestsAddress,
  sentBackAddress,
} from '../../views/address.ts';
import { listViews } from '../../views/issue/list-view.ts';
import { notOursAddress } from '../../views/about/not-ours-view.ts';
import { correctionsAddress, correctionsWay } from '../../views/about/corrections-view.ts';
import type { Face } from '../../views/face.ts';
import { namesDesk, type MenuEntry } from '../../views/menu-view.ts';
import { siteView } from '../../views/site-view.ts';
import { paperAddress } from '../../views/papers-view.ts';
import { pageEntry } from './entry-parts.ts';
import { everydayVoice } from './everyday.ts';
import { guideEntries, UNREACHED } from './guide-entries.ts';
import type { SearchEntry } from '../record.ts';

const REMIND = ['催办', '催办函', '催办单', '催办通知', '怎么催办', '发催办', '催一下'];
const OBJECT = ['异议', '有异议', '申诉', '复核', '不认可', '搞错了', '列错了', '弄错了'];
/** What a reader of the public site says of an entry. */
const WRONG = ['纠错', '怎样纠错', '写错了', '数据有误', '与实际不符', '怎样反映', '向谁反映'];
const HAND_OVER = ['移交', '怎么移交', '转交', '转办', '不归我们管', '换单位'];
const TAKE = [
  '下载',
  '导出',
  '导出清单',
  '下载清单',
  '导出表格',
  '下载表格',
  '导出台账',
  '下载台账',
  '导出来',
  '导出全部',
  '导出excel',
  '导出到',
  'excel',
  '导出word',
  '导出报表',
  '下载excel',
];
const RATES = ['办结率', '销号率', '完成率', '整改率'].flatMap((rate) => [
  `各单位${rate}`,
  `单位${rate}`,
  `全区各单位${rate}`,
  `本季度各单位${rate}`,
  `本季度全区各单位${rate}`,
  `${rate}表`,
  `导出${rate}`,
  `${rate}导出`,
]);

export function helpEntries(face: Face, menu: readonly MenuEntry[]): SearchEntry[] {
  return [
    ...(face.audience === 'internal' ? reminding(face, menu) : []),
    ...pendingEntries(face),
    ...complaining(face),
    ...objecting(face),
    ...again(face),
    ...citing(face),
    ...guideEntries(face),
    pageEntry('/lists/all.html', '下载全部问题', '清单和工作台账，Excel、Word 和 CSV，在页面下方', [
      '下载全部问题',
      ...TAKE,
    ]),
    ...rates(face),
    pageEntry('/issues.html', '打印清单', '问题清单、逾期和单位的页面下方有“打印这一页”', [
      '打印',
      '打印清单',
      '打印台账',
      '打印出来',
      '怎么打印',
    ]),
    pageEntry('/about.html#data', '数据下载', '供程序使用的 CSV、JSON', [
      '数据下载',
      '数据导出',
      '下载数据',
      '导出数据',
      ...TAKE,
    ]),
  ];
}

/** What waits for an answer of the office, and what it sent back: inside. */
function pendingEntries(face: Face): SearchEntry[] {
  const asked = ['待批的申请', '待批申请', '延期申请', '谁申请延期'];
  const back = ['退回的问题', '退回理由', '退回原因', '退回清单'];
  return face.audience === 'public'
    ? []
    : [
        pageEntry(requestsAddress, '待批的申请', '延期、暂缓、有异议等，还没有批复的', asked),
        pageEntry(sentBackAddress, '退回的问题', '理由、还差什么、重新报送的期限', back),
      ];
}

/** What was found again at a unit: the list of these, inside. */
function again(face: Face): SearchEntry[] {
  return listViews(face)
    .filter(({ id }) => id === 'again')
    .map(({ name, ids, words }) =>
      pageEntry(againAddress, `${name}${String(ids.length)}个`, words, [
        name,
        ...[
          '屡改屡犯',
          '屡查屡犯',
          '反复出现',
          '重复出现',
          '再次发生',
          '再次出现',
          '同类问题',
          '老问题',
        ],
      ]),
    );
}

/** How a figure is cited, and under what terms: on the public site. */
function citing(face: Face): SearchEntry[] {
  return face.audience === 'public'
    ? [
        pageEntry('/about.html#cite', '引用和转载', '怎样写明出处、截止日和网址', [
          ...['引用', '怎样引用', '怎么引用', '引用和转载', '转载', '授权', '许可', '版权', '出处'],
        ]),
      ]
    : [];
}

/** The workbook of all units, where there is one. */
function rates(face: Face): SearchEntry[] {
  const { ledger, standing } = face;
  return ledger.units.size > 0 && standing.issues.length > 0
    ? [
        pageEntry('/units.html', '各单位销号率和整改情况', '本季度的表（Excel），在页面下方', [
          ...RATES,
          '各单位整改情况',
          '各单位整改情况表',
        ]),
      ]
    : [];
}

function reminding(face: Face, menu: readonly MenuEntry[]): SearchEntry[] {
  const due = remindersDue(face).length;
  return [
    ...(namesDesk(menu)
      ? [
          pageEntry(
            paperAddress('group'),
            '催办：文字、图片和督办函',
            '工作群催办、分单位催办、督办函，发出以后在同一页登记',
            [...REMIND, '工作群催办', '分单位催办', '督办函', '督办', '登记催办'],
          ),
        ]
      : []),
    ...(due === 0
      ? []
      : [
          pageEntry(remindingAddress, `已到催办时间${String(due)}个`, '清单，和怎样催办', [
            '已到催办时间',
            '催办清单',
            '登记催办',
            ...REMIND,
          ]),
        ]),
  ];
}

/** 投诉: to whom, where this ledger names somebody. */
function complaining(face: Face): SearchEntry[] {
  const { corrections, phone } = siteView(face);
  if (corrections === undefined && phone === undefined) return [];
  return [
    pageEntry(correctionsAddress, '投诉、反映向谁提', `${correctionsWay(face)}。`, [
      // What is called 纠错 on the public site stands there under that name.
      ...everydayVoice.complaint.filter((name) => face.audience !== 'public' || name !== '纠错'),
      ...(face.audience === 'public' ? UNREACHED : []),
    ]),
  ];
}

/** Units are told inside how an issue is handed over, readers outside whom to tell. */
function objecting(face: Face): SearchEntry[] {
  if (face.audience === 'internal')
    return [
      pageEntry(
        notOursAddress,
        '不是本单位的问题、有异议的',
        '报“进展”写明理由，由审核员核实以后移交或撤销',
        [...OBJECT, ...HAND_OVER],
        { kind: 'not-ours' },
      ),
    ];
  return [
    pageEntry(
      correctionsAddress,
      '纠错和反映',
      '认为所列与实际不符的，向谁反映',
      [...OBJECT, ...WRONG],
      { kind: 'not-ours' },
    ),
  ];
}
