/** The office's own server (`ledger desk`): one call; the server knows who asks and answers with the review's own sentences. */
import { hindrances, type Sender, type SendingResult, type Submission } from '../submission.ts';
import type { Surroundings } from './call.ts';
import { base64Of } from './proposal.ts';
import type { EndpointSettings } from './settings.ts';

/** Most bytes of a report, as JSON: some thirty pictures of a phone, shrunk. */
export const LARGEST_REPORT = 64 * 1024 * 1024;

/** What goes to the server, as JSON. */
export interface SentReport {
  unit: string;
  stamp: string;
  title: string;
  words: string;
  files: { path: string; base64: string; replaces?: string }[];
}

export function endpointSender(
  { fetch: ask }: Pick<Surroundings, 'fetch'>,
  { address }: EndpointSettings,
): Sender {
  const asked = async (
    report?: SentReport,
  ): Promise<{ status: number; data: Record<string, unknown> }> => {
    const response = await ask(address, {
      ...(report === undefined
        ? {}
        : {
            method: 'POST',
            headers: { 'Content-Type': 'application/json' },
            body: JSON.stringify(report),
          }),
      cache: 'no-store',
      signal: AbortSignal.timeout(300_000),
    });
    const data: unknown = await response.json().catch(() => null);
    return { status: response.status, data: (data ?? {}) as Record<string, unknown> };
  };
  return {
    signIn: 'server',
    trouble: () => undefined,
    whoAmI: async () => {
      try {
        const { account } = (await asked()).data;
        return typeof account === 'string' ? { account } : undefined;
      } catch {
        return undefined;
      }
    },
    start: async () => {
      try {
        const { status, data } = await asked();
        return status === 200 ? undefined : failure(status, data);
      } catch {
        return offline;
      }
    },
    end: () => undefined,
    send: async (submission) => {
      // Four characters for three bytes; a server that refuses in the middle looks as if it were down.
      const size = submission.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
      if (size * 1.34 + 100_000 > LARGEST_REPORT) return failure(413, {});
      try {
        const { status, data } = await asked(reportOf(submission));
        if (status !== 201 || typeof data['number'] !== 'string') return failure(status, data);
        return { kind: 'sent', number: data['number'] };
      } catch {
        return offline;
      }
    },
  };
}

function reportOf({ files, unit, stamp, title, words }: Submission): SentReport {
  return {
    unit,
    stamp,
    title,
    words,
    files: files.map(({ path, bytes, replaces }) => ({
      path,
      base64: base64Of(bytes),
      ...(replaces === undefined ? {} : { replaces }),
    })),
  };
}

const offline: SendingResult = {
  kind: 'failed',
  why: 'offline',
  sentence: '连不上服务器：检查网络以后再按“发送”，已经送到的不会送成两份。',
};

/** The server says why itself; a gateway before it says only a status. */
function failure(status: number, { why, sentence }: Record<string, unknown>): SendingResult {
  const kind = hindrances.find((one) => one === why);
  if (kind !== undefined && typeof sentence === 'string')
    return { kind: 'failed', why: kind, sentence };
  if (status === 401)
    return {
      kind: 'failed',
      why: 'sign-in',
      sentence: '登录过期了：刷新本页重新登录。',
    };
  if (status === 413)
    return {
      kind: 'failed',
      why: 'refused',
      sentence: '佐证太大，服务器不收：少放几个文件、分两次送，或改填链接、编号。',
    };
  if (status === 403)
    return {
      kind: 'failed',
      why: 'forbidden',
      sentence: '服务器没有让这个账户提交：请联系办公室。',
    };
  return {
    kind: 'failed',
    why: status >= 500 ? 'offline' : 'refused',
    sentence: '服务器没有收：过一会儿再送，还不行请联系办公室。',
  };
}
