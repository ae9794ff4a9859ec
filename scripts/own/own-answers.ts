/** What `ledger init` asks, on a terminal or in a file of lines `题目：答案`; what was answered is kept for the next run. */
import { existsSync, readFileSync } from 'node:fs';
import type { PublicationLevel } from '../../src/schema/campaign.ts';
import { didYouMean } from '../../src/ledger/message.ts';
import { own } from '../../src/text/own.ts';
import { DataFaults, WrongUse } from '../command.ts';
import { Asker, choiceOf, type Prompt } from '../enter/new/ask.ts';
import { accountsIn, addressIn, forgeIn, paperAt } from './answer-parts.ts';

/** 题目, in the order in which they are asked. */
export type OwnTopic =
  | '办公室'
  | '台账名称'
  | '仓库'
  | '公开内容'
  | '平台'
  | '平台仓库'
  | '公开站地址'
  | '内部站地址'
  | '审核员'
  | '管理员'
  | '单位名单'
  | '名册'
  | '问题清单';
export type Answers = ReadonlyMap<OwnTopic, string>;

/** 公开内容, as the settings of a campaign have it. */
const levels: Readonly<Record<string, PublicationLevel>> = {
  不公开: 'none',
  数字: 'statistics',
  清单: 'list',
};
export const publicationWords: Readonly<Record<PublicationLevel, string>> = {
  none: '不公开任何专项',
  statistics: '只公开统计数',
  list: '公开每个问题和整改状态，不点名逾期的单位',
};

export function publicationIn(answers: Answers): PublicationLevel {
  return own(levels, answers.get('公开内容') ?? '') ?? 'none';
}

interface OwnQuestion extends Pick<Prompt, 'choices' | 'optional'> {
  hint: string;
  otherwise?: (answers: Answers) => string;
  /** Not asked, where the answers before say so. */
  unless?: (answers: Answers) => boolean;
  /** Throws WrongUse where the answer will not do. */
  read?: (answer: string, answers: Answers) => unknown;
}

const hasNoForge = (answers: Answers): boolean => (answers.get('平台') ?? '不用') === '不用';

const questions: Readonly<Record<OwnTopic, OwnQuestion>> = {
  办公室: { hint: '牵头办公室的全称，如 某某县人民政府办公室、某某县数据局' },
  台账名称: {
    hint: '显示在每一页上',
    otherwise: (answers) => `${placeIn(answers.get('办公室') ?? '')}政府网站与政务新媒体整改台账`,
  },
  仓库: {
    hint: '内部：办理说明、联系人都可以填；公开：任何内部栏目都不许填，Git 的历史收不回来',
    choices: { 内部: '只在单位内部', 公开: '放在公网上，谁都能看' },
    otherwise: () => '内部',
  },
  公开内容: {
    hint: '清单里的专项在公开站上公开多少；要经领导审签，没有审签的先不公开，以后用 ledger set 改',
    choices: { 不公开: '', 数字: '只公开统计数', 清单: '公开每个问题和整改状态' },
    otherwise: () => '不公开',
  },
  平台: {
    hint: '代码托管平台；不用的，用一台 Git 服务器或只在本机',
    choices: {
      不用: '没有平台',
      Gitea: '',
      Forgejo: '',
      GitLab: '',
      GitHub: '',
      Gitee: '',
    },
    otherwise: () => '不用',
  },
  平台仓库: {
    hint: '先在平台上建一个空仓库，抄它的地址，如 https://git.example.gov.cn/shujuju/taizhang',
    unless: hasNoForge,
    read: (answer, answers) => forgeIn(answers.get('平台') ?? '', answer),
  },
  公开站地址: {
    hint: '如 https://www.example.gov.cn/zgtz/；还没有就不填',
    optional: true,
    read: addressIn,
  },
  内部站地址: { hint: '单位内网的地址；还没有就不填', optional: true, read: addressIn },
  审核员: {
    hint: '在平台或服务器上的登录名，几个用顿号隔开；都没有的，起一个',
    otherwise: () => 'reviewer',
    read: accountsIn,
  },
  管理员: {
    hint: '同上；可以与审核员是同一个人',
    otherwise: (answers) => answers.get('审核员') ?? '',
    read: accountsIn,
  },
  单位名单: { hint: '文件：单位名称、简称；没有就不填', optional: true, read: paperAt },
  名册: { hint: '文件：别的系统导出的账号名册；没有就不填', optional: true, read: paperAt },
  问题清单: { hint: '文件：Word、Excel 或文字；没有就不填', optional: true, read: paperAt },
};

const topics = Object.keys(questions) as OwnTopic[];

/** 示例省示例市示例县数据局 → 示例县; the whole where no place is named. */
function placeIn(office: string): string {
  const place = /^(?:.{1,8}?[省市盟州])*(?<own>.{1,8}?[区县旗]|.{1,8}?市)/u.exec(office)?.groups;
  return place?.['own'] ?? office;
}

/** All answers: those of the file, else asked for. Throws WrongUse, and DataFaults that names every answer of the file which will not do. */
export async function ownAnswers(file: string): Promise<Answers> {
  const given = existsSync(file)
    ? answersIn(file, readFileSync(file, 'utf8'))
    : new Map<OwnTopic, Written>();
  const answers = new Map<OwnTopic, string>();
  const faults: string[] = [];
  const asker = new Asker();
  try {
    for (const topic of topics) {
      const { hint, otherwise, optional, unless, choices } = questions[topic];
      if (unless?.(answers) === true) continue;
      const { text: written, line = 0 } = given.get(topic) ?? {};
      // Left empty in the file is answered, where nothing need be said.
      if (written === '' && optional === true) continue;
      const meant = written && (choiceOf(choices, written) ?? written);
      const wrong = meant ? wrongWith(topic, meant, answers) : undefined;
      if (wrong !== undefined) {
        faults.push(`${file} 第${String(line)}行 ${topic}${wrong.message} → ${wrong.remedy}`);
        continue;
      }
      const answer = await asker.answer(meant === '' ? undefined : meant, {
        title: `${topic}（${hint}）`,
        flag: `--answers 文件，里面一行一条，有一行“${topic}：……”`,
        check: (typed) => {
          const { message, remedy } = wrongWith(topic, typed, answers) ?? {};
          return message && `${message} → ${remedy ?? ''}`;
        },
        ...(choices && { choices }),
        ...(otherwise && { otherwise: otherwise(answers) }),
        ...(optional && { optional }),
      });
      if (answer !== undefined) answers.set(topic, answer);
    }
  } finally {
    asker.close();
  }
  if (faults.length > 0)
    throw new DataFaults([...faults, `改好 ${file} 里的这些行，再运行同一条命令。`].join('\n'));
  return answers;
}

/** What is wrong with an answer. */
function wrongWith(topic: OwnTopic, answer: string, answers: Answers): WrongUse | undefined {
  const { choices, read } = questions[topic];
  if (choices !== undefined && !Object.hasOwn(choices, answer))
    return new WrongUse(
      `“${answer}”不在可选的里面`,
      `改成 ${Object.keys(choices).join('、')} 之一`,
    );
  try {
    read?.(answer, answers);
    return undefined;
  } catch (error) {
    if (error instanceof WrongUse) return error;
    throw error;
  }
}

interface Written {
  readonly text: string;
  readonly line: number;
}

/** Lines `题目：答案`; blank lines and those that begin with # say nothing. Throws WrongUse. */
function answersIn(file: string, text: string): Map<OwnTopic, Written> {
  const given = new Map<OwnTopic, Written>();
  for (const [at, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .entries()) {
    if (/^\s*(?:#|$)/u.test(line)) continue;
    const [, topic = '', answer = ''] = /^\s*([^：:]+?)\s*[：:](.*)$/u.exec(line) ?? [];
    if (!Object.hasOwn(questions, topic))
      throw new WrongUse(
        `${file} 第${String(at + 1)}行“${topic || line.trim()}”不是一个题目`,
        didYouMean(topic, topics) || `题目有：${topics.join('、')}`,
      );
    given.set(topic as OwnTopic, { text: answer.trim(), line: at + 1 });
  }
  return given;
}

/** The file that is asked for no more. */
export function answersText(answers: Answers): string {
  return [
    '# npx ledger init 的答复：一行一条，可以改了再运行。',
    ...topics.map((topic) => `${topic}：${answers.get(topic) ?? ''}`),
    '',
  ].join('\n');
}
