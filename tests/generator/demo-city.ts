/** `npm run demo:city -- FOLDER`: a fictional city and three districts below it, a ledger each, and a finding for one of them. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { canonical } from '../../src/ledger/yaml/canon.ts';
import { childFile, madeLedger } from './city.ts';
import type { Files } from './memory.ts';

const [folder] = process.argv.slice(2);
if (folder === undefined || existsSync(folder)) {
  process.stderr.write('写一个还没有的文件夹，如 npm run demo:city -- ../quanshi\n');
  process.exit(2);
}
const codes = ['101', '102', '103'];
const districts = codes.map((code, at) => madeLedger(code, 40 + at * 10));
const [first] = [...(districts[0]?.ledger.accounts.values() ?? [])].filter(
  (one) => one.kind === 'new-media' && one.platform === 'wechat-official',
);
const assigned = canonical('assignment', {
  number: '示办函〔2026〕7号',
  assignedOn: '2026-05-06',
  origin: 'city',
  account: `微信公众号：${first?.name ?? ''}`,
  problems: ['rules-incomplete'],
  finding: '没有发布审核制度',
  measures: '建立发布审核制度',
  deadline: '2026年6月30日',
});
const city = madeLedger(
  '100',
  10,
  new Map([
    ...codes.map((code, at) =>
      childFile(code, at + 1, { public: undefined, internal: { path: `../${code}.json` } }),
    ),
    ['assignments/q101/shi-01.yaml', assigned],
  ]),
);
for (const [name, { files }] of [
  ['city', city] as const,
  ...districts.map((one) => [one.code, one] as const),
])
  write(join(folder, name), files);
process.stdout.write(`已写出 ${folder}：city 是市的台账，${codes.join('、')} 是三个区的。\n`);

function write(to: string, files: Files): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    writeFileSync(join(to, path), content);
  }
}
