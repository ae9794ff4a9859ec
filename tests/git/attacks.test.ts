/** Every row of the table of threats (docs/security.md), attacked on a real repository and refused for the right reason. */
import { beforeEach, describe, expect, test } from 'vitest';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { checkLedger } from '../../src/ledger/check.ts';
import { faultLine } from '../../src/ledger/fault.ts';
import { reviewResult } from '../../src/review/comment/review-result.ts';
import { reviewComment } from '../../src/review/comment/review-comment.ts';
import type { Entries } from './depot.ts';
import { craftedEvidence } from '../crafted/evidence.ts';
import { wordOf } from '../crafted/office.ts';
import { chunk, pngWith } from '../crafted/pictures.ts';
import * as samples from './samples.ts';
import {
  issueFile,
  rulesOf,
  step,
  submitted,
  TODAY,
  updateFile,
  reminderFile,
  World,
  worldFiles,
  wrong,
} from './world.ts';

let world: World;
beforeEach(() => {
  world = new World();
});

/** The faults of a proposal, which must be refused. */
function refused(entries: Entries | Entries[] | string, author: string, actor = author): string[] {
  const review = world.review(entries, author, actor);
  expect(review.ok).toBe(false);
  return wrong(review);
}

const unit = (id: string) => worldFiles()[`content/units/${id}.yaml`] ?? '';
const site = () => worldFiles()['content/site.yaml'] ?? '';

test('攻击用的台账本身没有错：拒绝都是因为攻击', () => {
  const texts = Object.entries(worldFiles())
    .filter(([path]) => path.startsWith('content/'))
    .map(([path, text]) => [path.slice('content/'.length), Buffer.from(text)] as const);
  const { faults } = checkLedger({ texts: new Map(texts), evidence: new Map() });
  expect(faults.map(faultLine)).toEqual([]);
});

describe('改检查程序、流程或人员', () => {
  test('填报员改检查程序被拒绝', () => {
    expect(refused({ 'src/review/review.ts': 'export const ok = true;\n' }, 'clerk-jia')).toEqual([
      'not-allowed 提交人 clerk-jia（填报员）不能修改程序和流程文件',
    ]);
  });

  test('填报员改流程文件被拒绝，夹在正常报送里也一样', () => {
    const entries = {
      ...updateFile(submitted()),
      '.github/workflows/review.yml': 'on: push\n',
      '.gitea/workflows/evil.yml': 'on: push\n',
    };
    expect(refused(entries, 'clerk-jia')).toEqual([
      'not-allowed 提交人 clerk-jia（填报员）不能新增程序和流程文件',
      'not-allowed 提交人 clerk-jia（填报员）不能修改程序和流程文件',
    ]);
  });

  test('把自己加进单位再报送，人员按主分支认，被拒绝', () => {
    const members = unit('jia').replace('clerk-jia', 'mallory');
    const entries = { 'content/units/jia.yaml': members, ...updateFile(submitted()) };
    expect(refused(entries, 'mallory')).toEqual([
      'unknown-account 提交人 mallory 不在本台账登记的人员中',
    ]);
  });

  test('填报员把自己登记为另一单位的填报员，被拒绝', () => {
    const members = unit('yi').replace('clerk-yi', 'clerk-jia');
    const entries = { 'content/units/yi.yaml': members, ...updateFile(submitted('plain-02')) };
    expect(refused(entries, 'clerk-jia')).toEqual([
      'not-allowed 提交人 clerk-jia（填报员）不能修改单位',
      'not-member 提交人 clerk-jia 不是示例区乙镇人民政府的填报员',
    ]);
  });

  test('审核员改站点设置给自己加管理员，被拒绝', () => {
    const entries = { 'content/site.yaml': site().replace('keeper', 'rev-1') };
    expect(refused(entries, 'rev-1')).toEqual([
      'not-allowed 提交人 rev-1（审核员）不能修改站点设置',
    ]);
  });

  test('管理员改程序的同时改旧报送，旧报送仍按主分支的规则被拒绝', () => {
    const old = updateFile(step('started'), '20240601-090000-old');
    world.put(old);
    const [path = ''] = Object.keys(old);
    const entries = {
      'src/review/review.ts': 'export const ok = true;\n',
      [path]: canonical('update', submitted()),
    };
    expect(refused(entries, 'keeper')).toEqual([
      'not-allowed 报送只能新增，不能修改：合并过的报送是历史',
    ]);
  });

  test('改词表免去佐证再申请验收，按主分支的词表被拒绝', () => {
    const problems = worldFiles()['content/vocabulary/problems.yaml'] ?? '';
    const entries = {
      'content/vocabulary/problems.yaml': problems.replace(/ {4}owes:\n {6}- .*备案.*\n/u, ''),
      ...updateFile(submitted('plain-01', { evidence: [] })),
    };
    expect(refused(entries, 'clerk-jia')).toEqual([
      'owed “未备案”缺少销号所需的佐证',
      'not-allowed 提交人 clerk-jia（填报员）不能修改问题类别',
    ]);
  });
});

describe('往别的单位正在走的报送里推送', () => {
  test('提交人是甲，推送人是乙，推送人被拒绝', () => {
    expect(refused(updateFile(submitted()), 'clerk-jia', 'clerk-yi')).toEqual([
      'not-member 推送人 clerk-yi 不是示例区甲街道办事处的填报员',
    ]);
  });

  test('提交人和推送人都要在任：期满的填报员被拒绝', () => {
    expect(refused(updateFile(submitted()), 'clerk-old')).toEqual([
      'unknown-account 提交人 clerk-old 的任期不在今天之内',
    ]);
  });

  test('借别的单位的分支夹带自己的佐证文件，被拒绝', () => {
    const entries = {
      ...updateFile(submitted('plain-01', { evidence: [{ number: '1' }, { file: 'a.png' }] })),
      'content/evidence/plain-01/a.png': samples.png,
    };
    expect(rulesOf(world.review(entries, 'clerk-jia', 'clerk-yi'))).toEqual(['not-member']);
  });

  test('Git 里写的作者不算数：冒写审核员的名字没有用', () => {
    const head = world.propose(updateFile(step('voided', 'plain-01', { reason: '冒名' })), {
      as: 'rev-1',
    });
    expect(refused(head, 'clerk-jia')).toEqual(['step 不能报“撤销”：“撤销”由审核员登记']);
  });

  test('账户名只差大小写是同一个人', () => {
    expect(world.review(updateFile(submitted()), 'Clerk-JIA').ok).toBe(true);
  });

  test('与账户相像的字（U+212A、全角、西里尔字母）不是那个账户', () => {
    for (const account of [
      'cler\u212a-jia',
      'CLER\u212a-JIA',
      'ｃlerk-jia',
      'сlerk-jia',
      'clerk-jıa',
      'clerk-jia\u200b',
    ])
      expect(rulesOf(world.review(updateFile(submitted()), account))).toContain('unknown-account');
    expect(rulesOf(world.review(updateFile(submitted()), 'clerk-jia', 'cler\u212a-jia'))).toEqual([
      'unknown-account',
    ]);
  });

  test('填报员不能写收件人', () => {
    expect(
      refused(updateFile(submitted('plain-01', { receivedBy: '办公室主任' })), 'clerk-jia'),
    ).toEqual(['received-by 收件人由审核员登记，clerk-jia 不能写']);
  });
});

describe('定时任务的令牌被偷', () => {
  test('只能新增催办记录', () => {
    expect(world.review(reminderFile(), 'reminder-bot').ok).toBe(true);
    expect(refused(reminderFile(), 'clerk-jia')).toEqual([
      'not-allowed 提交人 clerk-jia（填报员）不能新增催办',
    ]);
  });

  const smuggled: [what: string, files: Entries][] = [
    ['报送', updateFile(submitted())],
    ['验收', updateFile(step('accepted'))],
    ['问题', Object.fromEntries([issueFile('plain', 'plain-09')])],
    ['流程文件', { '.github/workflows/review.yml': 'name: 改\n' }],
    ['单位', { 'content/units/bing.yaml': 'name: 示例区丙镇人民政府\nkind: town\n' }],
  ];
  test.each(smuggled)('夹带%s，拒绝', (_, files) => {
    const review = world.review({ ...reminderFile(), ...files }, 'reminder-bot');
    expect(review.ok).toBe(false);
    expect(JSON.stringify(review.faults)).toMatch(/reminder-bot/u);
  });

  test('改、删已有的催办记录，拒绝', () => {
    world.put(reminderFile());
    const [path = ''] = Object.keys(reminderFile());
    const [text = ''] = Object.values(reminderFile());
    for (const entry of [null, text.replace('工作群', '电话')])
      expect(rulesOf(world.review({ [path]: entry }, 'reminder-bot'))).toContain('not-allowed');
  });
});

describe('填报员销号、延期、改写', () => {
  const decisions = [
    ['accepted', '验收', {}],
    ['returned', '退回', { reason: '试' }],
    ['extended', '延期', { askedOn: TODAY, dueOn: '2024-07-31', reason: '试' }],
    ['reopened', '重启', { reason: '试', ground: 'recurrence', round: 2 }],
    ['voided', '撤销', { reason: '试' }],
    ['sustained', '转长期坚持', { reviewOn: '2024-09-01' }],
    ['reviewed', '复查', { held: true }],
    ['publicity', '公示', { from: TODAY, until: '2024-06-20' }],
    ['confirmedAbove', '上级核销', { confirmedOn: TODAY, document: '示〔2024〕1号' }],
  ] as const;
  test.each(decisions)('填报员报 %s（%s）被拒绝', (action, name, said) => {
    world.settle(submitted('plain-01', { reportedOn: '2024-06-01' }));
    const [fault, ...others] = refused(updateFile(step(action, 'plain-01', said)), 'clerk-jia');
    expect(fault).toContain(`不能报“${name}”`);
    expect(fault).toContain('由审核员登记');
    expect(others).toEqual([]);
  });

  test('改写、删除合并过的报送被拒绝，谁都不行', () => {
    const old = updateFile(step('started'), '20240601-090000-old');
    world.put(old);
    const [path = ''] = Object.keys(old);
    for (const who of ['clerk-jia', 'rev-1', 'keeper']) {
      expect(refused({ [path]: canonical('update', step('progress')) }, who)).toEqual([
        'not-allowed 报送只能新增，不能修改：合并过的报送是历史',
      ]);
      expect(refused({ [path]: null }, who)).toEqual([
        'not-allowed 报送只能新增，不能删除：合并过的报送是历史',
      ]);
    }
  });

  test('删旧报送再以新文件名重报，删除被拒绝', () => {
    const old = updateFile(submitted('plain-01', { reportedOn: '2024-06-01' }), '20240601-090000');
    world.put(old);
    const [path = ''] = Object.keys(old);
    expect(refused({ [path]: null, ...updateFile(submitted()) }, 'clerk-jia')).toContain(
      'not-allowed 报送只能新增，不能删除：合并过的报送是历史',
    );
  });

  test('填报员改问题的时限、删问题被拒绝；审核员也不能改原文和删问题', () => {
    const path = 'content/issues/plain/plain-01.yaml';
    const text = worldFiles()[path] ?? '';
    expect(refused({ [path]: text.replaceAll('2024-06-30', '2024-12-31') }, 'clerk-jia')).toEqual([
      'not-allowed 提交人 clerk-jia（填报员）不能修改问题',
    ]);
    expect(refused({ [path]: text.replace('立即办理备案', '不办') }, 'rev-1')).toEqual([
      'source-words “整改措施”是来源文件的原文，提交人 rev-1 不能改',
    ]);
    expect(refused({ [path]: null }, 'rev-1')).toEqual(['not-allowed 问题不能删除']);
  });

  test('换掉、删掉佐证文件被拒绝；管理员移除要登记校验值', () => {
    const path = 'content/evidence/plain-01/a.png';
    world.put({
      ...updateFile(submitted('plain-01', { evidence: [{ number: '1' }, { file: 'a.png' }] })),
      [path]: samples.png,
    });
    expect(refused({ [path]: samples.jpegPlain }, 'clerk-jia')).toEqual([
      'not-allowed 佐证文件不能替换：原来的报送引用着它',
    ]);
    expect(refused({ [path]: null }, 'rev-1')[0]).toBe(
      'not-allowed 提交人 rev-1（审核员）不能删除佐证文件',
    );
    expect(refused({ [path]: null }, 'keeper')).toEqual([
      'removed-evidence 佐证文件被删除，没有登记',
      expect.stringMatching(/^evidence-files 佐证文件 evidence\/plain-01\/a.png 不存在/u),
    ]);
  });

  test('登记的校验值不对、登记了却不移除、改旧登记，都被拒绝', () => {
    const path = 'content/evidence/plain-01/a.png';
    world.put({
      ...updateFile(submitted('plain-01', { evidence: [{ number: '1' }, { file: 'a.png' }] })),
      [path]: samples.png,
    });
    const list = (sha256: string, file = 'plain-01/a.png') => ({
      'content/evidence/removed.yaml': canonical('removed', {
        removed: [{ file, sha256, reason: '有个人信息', removedOn: TODAY }],
      }),
    });
    const zeros = '0'.repeat(64);
    expect(refused({ [path]: null, ...list(zeros) }, 'keeper')).toEqual([
      'removed-evidence plain-01/a.png 的校验值不对',
    ]);
    expect(rulesOf(world.review(list(zeros), 'keeper'))).toContain('removed-evidence');
    const right = /校验值 ([0-9a-f]{64})/u.exec(
      world
        .review({ [path]: null }, 'keeper')
        .faults.map(faultLine)
        .join('\n'),
    )?.[1];
    world.pass({ [path]: null, ...list(right ?? '') }, 'keeper');
    expect(refused(list(zeros), 'keeper')).toEqual([
      'removed-evidence plain-01/a.png 的移除登记被改动',
    ]);
  });

  test('报告日期写成将来被拒绝', () => {
    expect(
      refused(updateFile(submitted('plain-01', { reportedOn: '2024-06-11' })), 'clerk-jia'),
    ).toEqual(['future 报告日期2024年6月11日还没有到（今天是2024年6月10日）']);
  });

  test.each(['0000-01-01', '9999-12-31'])('日期写成 %s：拒绝并指出在哪里，检查不停', (on) => {
    expect(
      refused(updateFile(step('started', 'plain-01', { reportedOn: on })), 'clerk-jia'),
    ).toEqual([`value “reportedOn”（报告日期）的值 “${on}” 不对`]);
  });

  test('倒填日期使后来的记录不成立，被拒绝', () => {
    world.settle(
      submitted('plain-01', { reportedOn: '2024-05-20' }),
      step('accepted', 'plain-01', { reportedOn: '2024-05-25' }),
    );
    expect(
      refused(updateFile(step('started', 'plain-01', { reportedOn: '2024-05-22' })), 'clerk-jia'),
    ).toEqual(['step 不能报“开始整改”：已申请验收，等审核员验收或退回']);
    world.settle(
      step('reopened', 'plain-01', {
        reportedOn: '2024-06-01',
        reason: '反弹',
        ground: 'recurrence',
        round: 2,
      }),
    );
    const again = { reportedOn: '2024-05-24' };
    expect(
      refused(updateFile(step('returned', 'plain-01', { ...again, reason: '晚了' })), 'rev-1'),
    ).toEqual([
      expect.stringMatching(/^step 插在已有的报送之前，使 plain-01\/.*（验收）不能成立/u),
      expect.stringMatching(/^step 插在已有的报送之前，使 plain-01\/.*（重启）不能成立/u),
    ]);
  });

  test('倒填不违规的，提醒审核员：早于已有的报送、早于收件太多', () => {
    world.settle(step('progress', 'plain-01', { reportedOn: '2024-06-05' }));
    const review = world.review(
      updateFile(submitted('plain-01', { reportedOn: '2024-06-01' })),
      'clerk-jia',
    );
    expect(wrong(review)).toEqual([]);
    expect(rulesOf(review, 'warning')).toEqual(['backdated', 'late-receipt']);
  });

  test('填报员冒充代录、自定公开佐证，被拒绝', () => {
    expect(refused(updateFile(submitted('plain-01', { onBehalfOf: 'jia' })), 'clerk-jia')).toEqual([
      'on-behalf 填报员报送本单位的情况，不是代录',
    ]);
    const evidence = [{ number: '示例备〔2024〕1号', public: true }];
    expect(refused(updateFile(submitted('plain-01', { evidence })), 'clerk-jia')).toEqual([
      'public-evidence 提交人 clerk-jia 不能决定公开佐证',
    ]);
  });

  test('审核员代单位报送不写代录，或写错单位，被拒绝', () => {
    expect(refused(updateFile(submitted()), 'rev-1')).toEqual([
      'on-behalf 审核员 rev-1 代单位报送，没有写明代录',
    ]);
    expect(refused(updateFile(submitted('plain-01', { onBehalfOf: 'yi' })), 'rev-1')).toEqual([
      'on-behalf 代录单位写的是 yi，这个问题属于 jia',
    ]);
  });

  test('审核员新建专项时自定公开，被拒绝', () => {
    const text = (worldFiles()['content/campaigns/plain.yaml'] ?? '').replace(
      'office:',
      'publication: { level: list, approvedOn: 2024-06-01 }\noffice:',
    );
    expect(refused({ 'content/campaigns/new.yaml': text }, 'rev-1')).toEqual([
      'publication 提交人 rev-1 不能决定公开专项',
    ]);
  });

  test('佐证不够就申请验收，被拒绝，并说要补什么', () => {
    const review = world.review(updateFile(submitted('plain-01', { evidence: [] })), 'clerk-jia');
    expect(review.faults.map(({ rule, remedy }) => [rule, remedy])).toEqual([
      ['owed', '请填写备案编号，或附备案登记证明'],
    ]);
    const undated = [{ link: 'https://mp.example/s/a' }];
    expect(refused(updateFile(submitted('plain-03', { evidence: undated })), 'clerk-jia')).toEqual([
      'owed “更新不及时”缺少销号所需的佐证',
    ]);
  });
});

describe('各自合规、合在一起不合规', () => {
  test('两份都申请验收：先合并一份，另一份再检查时被拒绝', () => {
    const [first, second] = [updateFile(submitted()), updateFile(submitted())];
    const head = world.propose(second);
    expect(world.review(first, 'clerk-jia').ok).toBe(true);
    expect(world.review(head, 'clerk-both').ok).toBe(true);
    world.pass(first, 'clerk-jia');
    const again = world.review(head, 'clerk-both');
    expect(again.outdated).toBe(true);
    expect(wrong(again)).toEqual(['step 不能报“申请验收”：已申请验收，等审核员验收或退回']);
  });

  test('两份用同一个文件名、内容不同：后一份是冲突', () => {
    const stamp = '20240610-090000-abc';
    const first = updateFile(step('started'), stamp);
    const head = world.propose(updateFile(step('progress'), stamp));
    world.pass(first, 'clerk-jia');
    expect(refused(head, 'clerk-jia')).toContain('conflict 主分支上的这个文件在此期间也改过');
  });

  test('分支与主分支没有共同历史，或历史互相交叉，被拒绝', () => {
    const stray = world.depot.commit(undefined, updateFile(submitted()));
    expect(refused(stray, 'clerk-jia')).toEqual(['history 分支与主分支没有共同的历史']);
    // Who it is, is said all the same.
    expect([...(world.review(stray, 'clerk-jia').people[0]?.posts.units ?? [])]).toEqual(['jia']);
    const a = world.propose({ 'content/x.md': 'a' });
    const b = world.propose({ 'content/y.md': 'b' });
    const head = world.depot.commit(a, {}, { merge: b });
    world.main = world.depot.commit(b, {}, { merge: a });
    expect(refused(head, 'keeper')).toEqual([
      'history 分支与主分支的历史互相交叉，无法确定改了什么',
    ]);
  });
});

describe('佐证文件有危险或带个人信息', () => {
  const hand = (name: string, bytes: Uint8Array) => ({
    ...updateFile(submitted('plain-01', { evidence: [{ number: '1' }, { file: name }] })),
    [`content/evidence/plain-01/${name}`]: bytes,
  });
  const bad: [string, string, Uint8Array, string][] = [
    ['网页', 'a.html', samples.html, '文件是网页，不能作佐证'],
    ['改名为图片的网页', 'a.png', samples.html, '文件是网页，不能作佐证'],
    ['SVG', 'a.svg', samples.svg, '文件是 SVG 图形，不能作佐证'],
    ['程序', 'a.pdf', samples.exe, '文件是程序，不能作佐证'],
    ['脚本', 'a.png', samples.shell, '文件是脚本，不能作佐证'],
    ['带宏的文档', 'a.docx', samples.docm, '文件带有宏'],
    ['嵌有对象的文档', 'a.docx', samples.docxWithObject, '文件里嵌有其他程序的对象'],
    ['到网上取模板的文档', 'a.docx', samples.docxWithTemplate, '文件打开时会到别处取模板'],
    ['压缩包', 'a.zip', samples.plainZip, '文件是压缩包，不能作佐证'],
    ['残缺的压缩包', 'a.docx', samples.docx.subarray(0, 40), '压缩格式的文件不完整或不合规范'],
    [
      '旧格式文档',
      'a.doc',
      samples.oldDoc,
      '文件是旧格式的 Office 文件（doc、xls、wps、et），不能作佐证',
    ],
    ['带脚本的 PDF', 'a.pdf', samples.pdfWithScript, 'PDF 里带有脚本、附件或表单程序'],
    ['脚本写成转义的 PDF', 'a.pdf', samples.pdfWithHiddenScript, 'PDF 里带有脚本、附件或表单程序'],
    [
      '脚本藏在对象流里的 PDF',
      'a.pdf',
      samples.pdfWithPackedScript,
      'PDF 里带有脚本、附件或表单程序',
    ],
    ['加密的 PDF', 'a.pdf', samples.pdfUnreadable, 'PDF 加了密或有读不出来的部分，无法检查'],
    ['没传完的 PDF', 'a.pdf', samples.pdf.subarray(0, 30), 'PDF 不完整，可能没有传完'],
    ['变着写法取模板的文档', 'a.docx', samples.docxWithHiddenTemplate, '文件打开时会到别处取模板'],
    ['关系文件过大的文档', 'a.docx', samples.docxWithFarTemplate, '压缩格式的文件不完整或不合规范'],
    ['没传完的图片', 'a.png', samples.pngHalf, '图片不完整，可能没有传完'],
    ['没传完的照片', 'a.jpg', samples.jpegHalf, '图片不完整，可能没有传完'],
    ['没传完的 WebP', 'a.webp', samples.webpHalf, '图片不完整，可能没有传完'],
    ['只有开头是图片的网页', 'a.png', samples.pageAsPng, '图片不完整，可能没有传完'],
    [
      '夹带网页的图片',
      'a.png',
      samples.pngWithPage,
      '图片后面夹带着 40 字节别的内容，可能是裁剪前的原图',
    ],
    ['空文件', 'a.png', new Uint8Array(), '文件是空的'],
    ['名不副实', 'a.png', samples.pdf, '文件内容是 pdf，名字却是 .png'],
  ];
  test.each(bad)('%s被拒绝', (_, name, bytes, message) => {
    expect(refused(hand(name, bytes), 'clerk-jia')).toContain(`evidence-type ${message}`);
  });

  const good: [string, Uint8Array][] = [
    ['a.png', samples.png],
    ['a.jpg', samples.jpegPlain],
    ['a.JPEG', samples.jpegPlain],
    ['a.webp', samples.webp],
    ['盖章扫描件.pdf', samples.pdf],
    ['压缩对象.pdf', samples.pdfPacked],
    ['a.docx', samples.docx],
    ['有链接.docx', samples.docxWithLink],
    ['费时的.docx', samples.docxToSearchLong],
    ['a.xlsx', samples.xlsx],
    ['a.ofd', samples.ofd],
  ];
  test.each(good)('%s可以提交', (name, bytes) => {
    const review = world.review(hand(name, bytes), 'clerk-jia');
    expect(review.faults).toEqual([]);
    expect(review.files).toMatchObject([{ file: `plain-01/${name}`, size: bytes.length }]);
  });

  test('超过 10 MB 的文件被拒绝，不读内容', () => {
    const large = Buffer.concat([samples.png, Buffer.alloc(10 * 1024 * 1024)]);
    expect(refused(hand('a.png', large), 'clerk-jia')).toEqual([
      'evidence-size 文件有 10.0 MB，超过 10.0 MB 的上限',
    ]);
  });

  const placed: [string, Uint8Array][] = [
    ['a.jpg', samples.jpegWithPosition],
    ['b.jpg', samples.jpegWithXmpPosition],
    ['a.png', samples.pngWithPosition],
    ['a.webp', samples.webpWithPosition],
  ];
  test.each(placed)('%s 带拍摄地点，提醒', (name, bytes) => {
    const review = world.review(hand(name, bytes), 'clerk-jia');
    expect(review.ok).toBe(true);
    expect(rulesOf(review, 'warning')).toEqual(['position']);
  });

  test('进展说明里的手机号提醒，身份证号拒绝', () => {
    const mobile = world.review(
      updateFile(submitted('plain-01', { note: '联系 13800000000 核实' })),
      'clerk-jia',
    );
    expect(mobile.ok).toBe(true);
    expect(rulesOf(mobile, 'warning')).toEqual(['mobile-number']);
    expect(
      refused(
        updateFile(submitted('plain-01', { note: '经办人 11010519491231002X' })),
        'clerk-jia',
      ),
    ).toEqual(['privacy 这里有身份证号码']);
  });

  test('网址里写着账户或口令，写在哪一栏都被拒绝；@ 在路径里的、邮箱不惊动', () => {
    const link = (value: string) =>
      updateFile(submitted('plain-01', { evidence: [{ link: value }] }));
    const note = (value: string) => updateFile(submitted('plain-01', { note: value }));
    for (const entries of [
      link('https://www.gov.example@evil.example/a'),
      link('https://user:pass@oa.gov.example/a'),
      link('HTTPS://%77ww.gov.example%2Fx@evil.example'),
      note('见 https://www.gov.example@evil.example/a'),
    ])
      expect(refused(entries, 'clerk-jia')).toEqual([
        'link-sign-in 网址里写着账户或口令（@ 前面的不是网站）',
      ]);
    for (const entries of [
      link('https://weibo.example/@jia'),
      link('https://a.example/?to=b@c.example'),
      note('见 https://a.example，邮箱 b@c.example'),
    ])
      expect(world.review(entries, 'clerk-jia').ok).toBe(true);
  });

  const identity = '110101199003070011';
  const noted = (text: string) => updateFile(submitted('plain-01', { note: text }));
  /** The note as a quoted scalar whose digits are escapes; `u`: in two lines. */
  const escaped = (text: string, kind: 'x' | 'u') =>
    Object.fromEntries(
      Object.entries(noted('某处')).map(([path, record]) => {
        const digits = text.replaceAll(/\d/gu, (digit) =>
          kind === 'x' ? `\\x3${digit}` : `\\u003${digit}`,
        );
        const cut = digits.length - 18;
        const value = kind === 'x' ? digits : `${digits.slice(0, cut)}\\\n    ${digits.slice(cut)}`;
        return [path, record.replace('某处', `"${value}"`)];
      }),
    );
  const commented = Object.fromEntries(
    Object.entries(updateFile(submitted())).map(([path, text]) => [
      path,
      `${text}# 经办人 ${identity}\n`,
    ]),
  );
  const told = (text: string) => pngWith(chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1')));
  const paragraph = (text: string) =>
    wordOf({ inside: `<w:p>${text.replaceAll(/.{6}/gu, '<w:r><w:t>$&</w:t></w:r>')}</w:p>` });
  const hidden: [string, Entries, string][] = [
    ['写成有空格的', noted(`经办人 110101 19900307 0011`), '这里有身份证号码'],
    ['紧挨着字母的', noted(`ID${identity}a`), '这里有身份证号码'],
    ['YAML 转义写的', escaped(`经办人 ${identity}`, 'x'), '这里有身份证号码'],
    ['YAML 长转义写、折成几行的', escaped(`经办人 ${identity}`, 'u'), '这里有身份证号码'],
    ['注释里的', commented, '注释里有身份证号码'],
    ['文件名里的', hand(`${identity}.png`, samples.png), '文件名里有身份证号码'],
    ['Word 正文里拆成几段的', hand('a.docx', paragraph(identity)), '文件里有身份证号码'],
    ['图片的文字栏里的', hand('a.png', told(identity)), '文件里有身份证号码'],
  ];
  test.each(hidden)('%s身份证号码拒绝，途经的版本也一样', (_, entries, message) => {
    expect(refused(entries, 'clerk-jia')).toContain(`privacy ${message}`);
    const gone = Object.fromEntries(Object.keys(entries).map((path) => [path, null]));
    const passed = refused([entries, { ...gone, ...updateFile(submitted()) }], 'clerk-jia');
    expect(passed.some((fault) => /^passing .*身份证号码/u.test(fault))).toBe(true);
  });

  test('提交说明、作者姓名里的身份证号码拒绝', () => {
    for (const options of [{ message: `报送 ${identity}` }, { as: `张三${identity}` }]) {
      const head = world.propose(updateFile(submitted()), options);
      expect(refused(head, 'clerk-jia')).toEqual([
        `privacy 提交 ${head.slice(0, 10)} 的说明或姓名里有身份证号码`,
      ]);
    }
  });

  const elsewhere: [string, (body: string) => string][] = [
    ['自定的提交头', (body: string) => body.replace('\n\n', `\nx-note ${identity}\n\n`)],
    ['签名的提交头', (body: string) => body.replace('\n\n', `\ngpgsig a\n ${identity}\n\n`)],
    ['各段隔开的说明', (body: string) => `${body} 110101|19900307|0011`],
    ['GBK 的说明', (body: string) => body.replace('\n\n', `\nencoding GBK\n\n${identity}\n`)],
  ];
  test.each(elsewhere)('提交里别处的身份证号码也拒绝：%s', (_, edit) => {
    const head = world.depot.rewritten(world.propose(updateFile(submitted())), edit);
    expect(refused(head, 'clerk-jia')).toEqual([
      `privacy 提交 ${head.slice(0, 10)} 的说明或姓名里有身份证号码`,
    ]);
  });

  const unclear: [string, (body: string) => string][] = [
    ['结束符后面还有字', (body: string) => `${body}\0${identity}`],
    [
      'UTF-16 的说明',
      (body: string) =>
        body.replace(
          /\n\n.*$/su,
          `\nencoding UTF-16LE\n\n${Buffer.from(identity, 'utf16le').toString('latin1')}`,
        ),
    ],
    ['UTF-7 的说明', (body: string) => body.replace('\n\n', '\nencoding UTF-7\n\n')],
    ['GBK 的说明，没有写明', (body: string) => `${body}\u00a3\u00b1`],
    ['没有作者', (body: string) => body.replace(/author .*\n/u, '')],
    ['日期写不下', (body: string) => body.replace(/> \d+ /u, '> 99999999999999 ')],
  ];
  test.each(unclear)('提交的写法看不清说了什么的，拒绝：%s', (_, edit) => {
    const head = world.depot.rewritten(world.propose(updateFile(submitted())), edit);
    expect(refused(head, 'clerk-jia')).toEqual([
      `history 提交 ${head.slice(0, 10)} 的说明或姓名不是 UTF-8 文本，或写法不合规范，无法检查`,
    ]);
  });

  test('写明是 GBK 的提交说明照读', () => {
    const gbk = Buffer.from([0xb1, 0xa8, 0xcb, 0xcd]).toString('latin1');
    const head = world.depot.rewritten(world.propose(updateFile(submitted())), (body) =>
      body.replace('\n\n', `\nencoding GBK\n\n${gbk}\n`),
    );
    expect(wrong(world.review(head, 'clerk-jia'))).toEqual([]);
  });

  const spoiled: [string, (text: string) => Uint8Array, string][] = [
    ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le'), 'UTF-16 编码'],
    [
      '半个汉字',
      (text: string) => Buffer.concat([Buffer.from(text), Buffer.from([0xa3, 0xb1])]),
      '不是 UTF-8 文本',
    ],
    ['程序', () => Buffer.from('MZ\0\0'), '不是文本'],
  ];
  test.each(spoiled)('途经的记录要是 UTF-8 的文本，别的看不清写了什么：%s', (_, spoil, message) => {
    const [[path, text] = ['', '']] = Object.entries(updateFile(submitted()));
    const faults = refused([{ [path]: spoil(text) }, { [path]: text }], 'clerk-jia');
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^passing 分支的历史里有不能提交的文件/u);
    expect(faults[0]).toContain(message);
  });

  test('标了可公开的文档不能带作者和地点；不公开的只提醒', () => {
    const authored = craftedEvidence['Word：作者的姓名']?.bytes() ?? new Uint8Array();
    const report = (isPublic: boolean) => ({
      ...updateFile({
        ...submitted('plain-01', {
          evidence: [{ number: '1' }, { file: 'a.docx', ...(isPublic ? { public: true } : {}) }],
        }),
        onBehalfOf: 'jia',
      }),
      'content/evidence/plain-01/a.docx': authored,
    });
    expect(refused(report(true), 'rev-1')).toContain('file-author 文件属性、批注或修订里写着作者');
    expect(rulesOf(world.review(report(false), 'rev-1'), 'warning')).toContain('file-author');
  });

  test('没有报送引用的文件、报送引用了却没有提交的文件，被拒绝', () => {
    expect(
      refused(
        { ...updateFile(submitted()), 'content/evidence/plain-01/b.png': samples.png },
        'clerk-jia',
      ),
    ).toEqual(['evidence-unnamed 没有报送或检查引用这个佐证文件']);
    const missing = submitted('plain-01', { evidence: [{ number: '1' }, { file: 'b.png' }] });
    expect(refused(updateFile(missing), 'clerk-jia')).toEqual([
      'evidence-files 佐证文件 evidence/plain-01/b.png 不存在',
    ]);
  });

  test('同一张截图重复使用，提醒', () => {
    world.put(hand('a.png', samples.png));
    world.settle(step('returned', 'plain-01', { reason: '不清楚' }));
    const review = world.review(hand('c.png', samples.png), 'clerk-jia');
    expect(rulesOf(review, 'warning')).toEqual(['same-file']);
    const named = submitted('plain-01', { evidence: [{ number: '1' }, { file: 'a.png' }] });
    expect(rulesOf(world.review(updateFile(named), 'clerk-jia'), 'warning')).toEqual(['same-file']);
  });

  test('先提交再删掉的文件仍在历史里：不能提交的被拒绝，能提交的提醒', () => {
    const path = 'content/evidence/plain-01/a.png';
    const clean = updateFile(submitted());
    expect(refused([{ [path]: samples.html }, { [path]: null, ...clean }], 'clerk-jia')).toEqual([
      'passing 分支的历史里有不能提交的文件：文件是网页，不能作佐证',
    ]);
    const quiet = world.review([{ [path]: samples.png }, { [path]: null, ...clean }], 'clerk-jia');
    expect(rulesOf(quiet, 'warning')).toEqual(['passing']);
    expect(
      refused([{ 'package.json': '{}' }, { 'package.json': null, ...clean }], 'clerk-jia'),
    ).toEqual([
      'passing 分支的历史里动过这个文件：提交人 clerk-jia（填报员）不能新增程序和流程文件',
    ]);
  });
});

test('途经的记录也不能是链接、怪名字、超大的、写有身份证号的', () => {
  const path = 'content/updates/plain-01/20240610-090000-abc.yaml';
  const text = 'issue: plain-01\naction: progress\nreportedOn: 2024-06-10\n';
  const passing: [Entries, string][] = [
    [{ [path]: { mode: '120000', data: '/etc/passwd' } }, '这是符号链接，不是文件'],
    [{ [path]: `${text}note: 11010519491231002X\n` }, '里面有身份证号码'],
    [{ [path]: Buffer.alloc(300 * 1024) }, '记录有 300 KB'],
    [
      { 'content/evidence/plain-01/a\u0001b.png': samples.png },
      '文件名里有控制字符或系统不许用的符号',
    ],
  ];
  for (const [first, message] of passing) {
    const gone = Object.fromEntries(Object.keys(first).map((name) => [name, null]));
    expect(refused([first, { ...gone, ...updateFile(submitted()) }], 'clerk-jia')).toEqual([
      `passing 分支的历史里有不能提交的文件：${message}`,
    ]);
  }
  const again = world.review([{ [path]: text }, { [path]: `${text}note: 改\n` }], 'clerk-jia');
  expect(again.faults).toEqual([]);
});

test('第二个根提交、恶意合并夹带的文件也查', () => {
  const report = updateFile(step('started'));
  const root = world.depot.commit(undefined, { 'secret.txt': 'x' });
  const joined = world.depot.commit(world.propose(report), {}, { merge: root });
  expect(refused(joined, 'clerk-jia')).toEqual([
    'passing 分支的历史里动过这个文件：提交人 clerk-jia（填报员）不能新增程序和流程文件',
  ]);
  const head = world.propose(report);
  world.put({ 'content/x.md': 'x' });
  const merge = world.depot.commit(world.main, updateFile(step('accepted')), { merge: head });
  expect(refused(merge, 'clerk-jia')).toEqual([
    'buried 分支的历史里有这份报送，最后却没有了：合并后它会像收过一样从待审里消失',
    'step 不能报“验收”：“验收”由审核员登记',
  ]);
});

describe('不是普通文件，或路径有诈', () => {
  const at = 'content/evidence/plain-01/a.png';
  const named = submitted('plain-01', { evidence: [{ number: '1' }, { file: 'a.png' }] });

  test('符号链接、子模块、可执行文件被拒绝', () => {
    const link = { ...updateFile(named), [at]: { mode: '120000', data: '/etc/passwd' } };
    expect(refused(link, 'clerk-jia')).toContain('file-mode 这是符号链接，不是文件');
    const module = { ...updateFile(named), [at]: { mode: '160000', data: world.main } };
    expect(refused(module, 'clerk-jia')).toContain('file-mode 这是子模块，不是文件');
    const [[path, text]] = Object.entries(updateFile(submitted())) as [[string, string]];
    expect(refused({ [path]: { mode: '100755', data: text } }, 'clerk-jia')).toEqual([
      'file-mode 文件带有可执行权限',
    ]);
  });

  test('符号链接冒充报送记录，内容不会被读', () => {
    const entries = {
      'content/updates/plain-01/20240610-090000-abc.yaml': {
        mode: '120000',
        data: '../../units/jia.yaml',
      },
    };
    expect(refused(entries, 'clerk-jia')).toEqual(['file-mode 这是符号链接，不是文件']);
  });

  const names: [string, string][] = [
    ['a\u202egnp.png', '文件名里有控制字符或系统不许用的符号'],
    ['a\nb.png', '文件名里有控制字符或系统不许用的符号'],
    ['a\u001b[31m.png', '文件名里有控制字符或系统不许用的符号'],
    ['a:b.png', '文件名里有控制字符或系统不许用的符号'],
    ['con.png', '文件名是 Windows 的保留名'],
    ['a.png ', '文件名首尾有空格或点，或与系统文件同名'],
    ['e\u0301.png', '文件名不是 Unicode NFC 写法'],
    [`${'长'.repeat(80)}.png`, '路径有 270 字节，超过 200 字节'],
  ];
  test.each(names)('文件名 %j 被拒绝', (name, message) => {
    const entries = {
      ...updateFile(submitted()),
      [`content/evidence/plain-01/${name}`]: samples.png,
    };
    expect(refused(entries, 'clerk-jia')).toContain(`path-name ${message}`);
  });

  test('只差大小写的两个文件被拒绝', () => {
    world.put({ ...updateFile(named), [at]: samples.png });
    const other = submitted('plain-01', { evidence: [{ number: '1' }, { file: 'A.png' }] });
    const entries = { ...updateFile(other), 'content/evidence/plain-01/A.png': samples.jpegPlain };
    expect(refused(entries, 'clerk-jia')).toContain(
      'path-name 与 content/evidence/plain-01/a.png 只差大小写',
    );
  });

  test('放错位置的文件被拒绝', () => {
    const [text = ''] = Object.values(updateFile(submitted()));
    for (const path of [
      'content/updates/20240610-090000.yaml',
      'content/updates/plain/plain-01/sub/20240610-090000.yaml',
      'content/evidence/a.png',
      'content/notes.txt',
    ])
      expect(refused({ [path]: text }, 'clerk-jia')).toEqual(['not-allowed 这个位置不应有文件']);
  });

  test('文件夹的专项或问题与内容不符，被拒绝', () => {
    const [text = ''] = Object.values(updateFile(submitted()));
    for (const folder of ['plain-01/sub', 'other/plain-01', 'plain/01/plain-01'])
      expect(
        refused({ [`content/updates/${folder}/20240610-090000.yaml`]: text }, 'clerk-jia').join(),
      ).toContain('file-names');
  });

  test('文件夹是甲的问题、内容写乙的问题，被拒绝', () => {
    const [text = ''] = Object.values(updateFile(submitted('plain-02')));
    const found = refused({ 'content/updates/plain-01/20240610-090000.yaml': text }, 'clerk-jia');
    expect(found).toEqual(['file-names issue 写的是 plain-02，文件却在 updates/plain-01/ 下']);
  });
});

describe('借名称和说明注入', () => {
  const evil =
    '[点这里](javascript:alert(1)) <img src=x onerror=alert(1)> @rev-1 #1 `code` **粗** | 列 ![](https://evil.example/p.png) $(touch x)';

  test('说明、佐证名称里的 Markdown 和 HTML 在摘要里只是字', () => {
    const entries = updateFile(
      submitted('plain-01', {
        note: evil,
        evidence: [{ number: evil }, { link: 'https://a.example/)<script>|x' }],
      }),
    );
    const summary = reviewComment(reviewResult(world.review(entries, 'clerk-jia')));
    expect(summary).not.toContain('<img');
    expect(summary).not.toContain('<script');
    expect(summary).not.toContain('](');
    expect(summary).not.toContain('@rev-1');
    expect(summary).not.toContain('**');
    expect(summary).not.toContain('`code`');
    expect(summary).toContain('<https://a.example/%29%3Cscript%3E%7Cx>');
  });

  test('控制字符、双向文字、ANSI 颜色在记录里被拒绝', () => {
    for (const [sign, code] of [
      ['\u001b[31m', '1B'],
      ['\u202e', '202E'],
      ['\u0007', '07'],
    ] as const) {
      const path = 'content/updates/plain-01/20240610-090000.yaml';
      const text = `issue: plain-01\naction: progress\nreportedOn: 2024-06-10\nnote: a${sign}b\n`;
      const [fault] = refused({ [path]: text }, 'clerk-jia');
      expect(fault).toContain(`U+${code.padStart(4, '0')}`);
    }
  });

  test('XML 写不下的、看不见的字符，写在哪一栏都被拒绝，写成转义也一样', () => {
    const path = 'content/updates/plain-01/20240610-090000.yaml';
    const head = 'issue: plain-01\naction: progress\nreportedOn: 2024-06-10\n';
    const signs = [
      '\ufffe',
      '\uffff',
      '\u{1ffff}',
      '\ue000',
      '\u{e0041}',
      '\u3164',
      '\u2800',
      '\u00ad',
    ];
    const texts = [
      ...signs.flatMap((sign) => [
        `${head}note: a${sign}b\n`,
        `${head}# ${sign}\n`,
        `${head}"no${sign}te": a\n`,
      ]),
      `${head}note: "\\ufffe"\n`,
      `${head}note: "\\ud800"\n`,
      `${head}note: "a\\rb"\n`,
      `${head}evidence: [{ number: "\\U000E0041" }]\n`,
    ];
    for (const text of texts)
      expect([text, rulesOf(world.review({ [path]: text }, 'clerk-jia'))]).toEqual([
        text,
        ['characters'],
      ]);
    const entries = {
      ...updateFile(submitted()),
      'content/evidence/plain-01/a\uffff.png': samples.png,
    };
    expect(refused(entries, 'clerk-jia')).toContain(
      'path-name 文件名里有控制字符或系统不许用的符号',
    );
  });

  test('YAML 的锚点、合并键、多文档、重复栏目、原型键被拒绝', () => {
    const head = 'issue: plain-01\naction: progress\nreportedOn: 2024-06-10\n';
    const texts = {
      anchor: `${head}note: &a x\n`,
      'merge-key': `${head}<<: { note: x }\n`,
      documents: `${head}---\n${head}`,
      'duplicate-key': `${head}action: voided\n`,
      proto: `${head}__proto__: { note: x }\n`,
      tag: `${head}note: !!js/function x\n`,
    };
    const more: [string, string][] = [
      ['anchor', `&a ${head}`],
      ['anchor', `${head}? &a note\n: x\n`],
      ['anchor', `${head}evidence: [{ &a number: x }]\n`],
      ['tag', `!!str ${head}`],
      ['tag', `${head}evidence: [{ !!str number: x }]\n`],
      ['directive', `%YAML 1.2\n---\n${head}`],
      ['directive', `# 注\n%TAG ! tag:x,2000:\n---\n${head}`],
      ['directive', `%FOO bar\n---\n${head}`],
      ['proto', `${head}"\\u005f_proto__": x\n`],
      ['merge-key', `${head}"<\\u003c": { note: x }\n`],
    ];
    for (const [rule, text] of [...Object.entries(texts), ...more]) {
      const review = world.review(
        { 'content/updates/plain-01/20240610-090000.yaml': text },
        'clerk-jia',
      );
      expect([rule, rulesOf(review)]).toEqual([rule, [rule]]);
    }
  });

  test('GBK、带 BOM、CRLF 的文件说明是什么、怎么存', () => {
    const path = 'content/updates/plain-01/20240610-090000.yaml';
    const text = 'issue: plain-01\naction: progress\nreportedOn: 2024-06-10\n';
    const gbk = Buffer.concat([
      Buffer.from(`${text}note: `),
      Buffer.from([0xb1, 0xb8, 0xb0, 0xb8, 10]),
    ]);
    for (const bytes of [
      gbk,
      Buffer.from(`\ufeff${text}`),
      Buffer.from(text.replaceAll('\n', '\r\n')),
    ]) {
      const { faults, ok } = world.review({ [path]: bytes }, 'clerk-jia');
      expect(ok).toBe(false);
      expect(faults.map(({ remedy }) => remedy).join()).toContain('UTF-8');
    }
  });

  test('检查日志的每一行都以检查自己的字开头，不能成为流程的命令', () => {
    const review = world.review({ '::add-mask::x\n::error::y': 'x' }, '::warning::z');
    const summary = reviewComment(reviewResult(review));
    for (const line of summary.split('\n')) expect(line.trimStart().startsWith('::')).toBe(false);
    expect(summary).not.toContain('\u001b');
  });
});

describe('规模攻击', () => {
  test('一次一千个文件，几秒内检查完，错误逐条列出', () => {
    const entries: Record<string, string> = {};
    for (let index = 0; index < 1000; index += 1) {
      const stamp = `20240610-${String(100000 + index)}-a`;
      Object.assign(entries, updateFile(step('progress'), stamp));
    }
    const head = world.propose(entries);
    const began = performance.now();
    const review = world.review(head, 'clerk-jia');
    expect(review.ok).toBe(true);
    expect(review.stories[0]?.updates).toHaveLength(1000);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(reviewComment(reviewResult(review)).length).toBeLessThan(65_536);
  });

  test('几个对象展开成上亿个文件的分支，不展开就拒绝', () => {
    const { depot, main } = world;
    let folder = depot.commit(undefined, { a: 'x' });
    for (let level = 0; level < 8; level += 1) {
      const tree = { mode: '040000', data: depot.git('rev-parse', `${folder}^{tree}`) };
      const names = Array.from({ length: 10 }, (_, index) => `d${String(index)}`);
      folder = depot.commit(undefined, Object.fromEntries(names.map((name) => [name, tree])));
    }
    const data = depot.git('rev-parse', `${folder}^{tree}`);
    const head = depot.commit(main, { 'content/evidence/plain-01': { mode: '040000', data } });
    const clean = depot.commit(head, { 'content/evidence/plain-01': null });
    for (const tip of [head, clean])
      expect(refused(tip, 'clerk-jia')).toEqual(['history 分支里的文件或提交太多，无法检查']);
  });

  test(
    '几千字节展开成一百多万个文件、几个压缩包展开成几十亿字节、提交成千上万，几秒内拒绝',
    { timeout: 120_000 },
    () => {
      const { depot, main } = world;
      const treeOf = (commit: string) => ({
        mode: '040000',
        data: depot.git('rev-parse', `${commit}^{tree}`),
      });
      const names = Array.from({ length: 50 }, (_, index) => `d${String(index)}`);
      const leaves = depot.commit(undefined, Object.fromEntries(names.map((name) => [name, 'x'])));
      const middle = depot.commit(
        undefined,
        Object.fromEntries(names.map((name) => [name, treeOf(leaves)])),
      );
      const wide = depot.commit(
        undefined,
        Object.fromEntries(names.map((name) => [name, treeOf(middle)])),
      );
      // The whole ledger of the base, named again and again, is counted as often as it is named.
      const again = names.flatMap((name) => [
        `content/evidence/${name}`,
        `content/updates/${name}`,
      ]);
      const base = depot.commit(
        undefined,
        Object.fromEntries(names.map((name) => [name, treeOf(main)])),
      );
      const zeros = new Uint8Array(96 * 2 ** 20);
      const heads = {
        files: depot.commit(main, { 'content/evidence/plain-01': treeOf(wide) }),
        base: depot.commit(main, Object.fromEntries(again.map((name) => [name, treeOf(base)]))),
        bytes: depot.commit(
          main,
          Object.fromEntries(
            [1, 2, 3].map((n) => [`content/evidence/plain-01/${String(n)}.png`, zeros.with(0, n)]),
          ),
        ),
        commits: depot.chain(main, 2100),
      };
      for (const [what, head] of Object.entries(heads)) {
        const began = performance.now();
        expect([what, refused(head, 'clerk-jia')]).toEqual([
          what,
          ['history 分支里的文件或提交太多，无法检查'],
        ]);
        expect(performance.now() - began).toBeLessThan(15_000);
      }
    },
  );

  test('什么都没改的报送，提醒', () => {
    expect(world.review(world.propose({}), 'clerk-jia')).toMatchObject({
      ok: true,
      faults: [{ rule: 'empty', severity: 'warning' }],
    });
  });

  test('超大的记录不解析，直接拒绝', () => {
    const path = 'content/updates/plain-01/20240610-090000.yaml';
    const text = `issue: plain-01\naction: progress\nreportedOn: 2024-06-10\nnote: ${'长'.repeat(100_000)}\n`;
    expect(rulesOf(world.review({ [path]: text }, 'clerk-jia'))).toEqual(['size']);
    const larger = Buffer.alloc(2 * 1024 * 1024);
    expect(rulesOf(world.review({ [path]: larger }, 'clerk-jia'))).toEqual(['size']);
  });
});

describe('审核员和管理员的本分', () => {
  test('审核员登记问题、账号、单位、专项，可以', () => {
    const files = worldFiles();
    const entries = {
      [issueFile('plain', 'plain-09')[0]]: issueFile('plain', 'plain-09', { row: 99 })[1],
      'content/units/bing.yaml': (files['content/units/yi.yaml'] ?? '')
        .replace('乙镇', '丙镇')
        .replaceAll('clerk-yi', 'clerk-bing'),
      'content/campaigns/next.yaml': files['content/campaigns/plain.yaml'] ?? '',
    };
    expect(wrong(world.review(entries, 'rev-1'))).toEqual([]);
    expect(rulesOf(world.review(entries, 'clerk-jia'))).toEqual(['not-allowed']);
    expect(rulesOf(world.review(entries, 'keeper'))).toEqual(['not-allowed']);
  });

  test('审核员更正时限的读法可以，管理员改设置和程序可以，互不越位', () => {
    const path = 'content/issues/plain/plain-01.yaml';
    const text = worldFiles()[path] ?? '';
    const reading = text.replace('problems: [not-filed]', 'problems: [rules-incomplete]');
    expect(wrong(world.review({ [path]: reading }, 'rev-1'))).toEqual([]);
    expect(wrong(world.review({ [path]: text.replace('立即办理', '立即补办') }, 'keeper'))).toEqual(
      [],
    );
    expect(
      wrong(world.review({ 'content/site.yaml': site().replace('rev-2', 'rev-3') }, 'keeper')),
    ).toEqual([]);
    expect(wrong(world.review({ 'src/review/review.ts': 'export {};\n//\n' }, 'keeper'))).toEqual(
      [],
    );
    expect(refused(updateFile(submitted()), 'keeper')[0]).toContain('not-allowed');
  });

  test('主分支的台账坏了，检查不放行', () => {
    world.put({ 'content/site.yaml': 'name: 坏的\n' });
    expect(refused(updateFile(submitted()), 'clerk-jia')).toEqual([
      'base-unreadable 主分支的台账读不出来，无法检查',
    ]);
  });
});
