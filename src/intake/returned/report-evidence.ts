/** 报送的佐证: what the cell 佐证 names — links, files that came along, numbers. */
import type { Evidence } from '../../schema/evidence.ts';
import type { Ledger } from '../../schema/ledger.ts';
import { attachmentFor, isFileName, type ReceivedFile, safeName, sha256Of } from './attachment.ts';
import type { ReportContext } from './new-update.ts';

/** Links, names of files and numbers, one a line or between 、；. */
export function evidenceIn(
  text: string,
  day: string | undefined,
  issue: string,
  { sheet, files, settings, ledger }: ReportContext,
  fault: (message: string, remedy: string) => void,
): { evidence: Evidence[]; attachments: Map<string, Uint8Array> } {
  const attachments = new Map<string, Uint8Array>();
  const evidence: Evidence[] = [];
  const dated = day === undefined ? {} : { day };
  for (const words of text
    .split(/\n|[；;]|、(?=https?:)|(?<=\.\w{3,4})、/u)
    .map((one) => one.trim())) {
    if (words === '') continue;
    if (/^https?:\/\//iu.test(words)) {
      if (URL.canParse(words) && !/\s/u.test(words)) evidence.push({ link: words, ...dated });
      else fault(`网址“${words}”不完整`, '从浏览器地址栏复制整个网址，一行一个');
      continue;
    }
    const found = attachmentFor(words, sheet, files);
    if ('file' in found) {
      const trouble =
        ledger.site.repository === 'public'
          ? { message: '台账仓库是公开的，不能放佐证文件', remedy: '改写网址或编号' }
          : settings.troubleWith(found.file);
      if (trouble) fault(`佐证“${words}”：${trouble.message}`, trouble.remedy);
      else {
        const name = freeName(safeName(found.file.name), found.file, issue, ledger);
        attachments.set(name, found.file.bytes);
        evidence.push({ file: name, ...dated });
      }
    } else if (found.trouble === 'several')
      fault(`交来的文件里有几个都叫“${words}”，内容不同`, '各起一个名字，表里照写');
    else if (isFileName(words))
      fault(`没有收到佐证文件“${words}”`, '把文件和报送单一起交回，文件名照表里写');
    else evidence.push({ number: words, ...dated });
  }
  return { evidence, attachments };
}

/** A name that no evidence of the issue has yet. */
function freeName(
  name: string,
  { bytes }: ReceivedFile,
  issue: string,
  { evidence }: Ledger,
): string {
  if (!evidence.has(`${issue}/${name}`)) return name;
  return name.replace(/(\.[^.]*)?$/u, `-${sha256Of(bytes).slice(0, 8)}$1`);
}
