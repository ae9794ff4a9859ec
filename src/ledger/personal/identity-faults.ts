/** 记录以外的身份证号码: in comments, which are no part of a record, and in the names of files. */
import type { Content } from '../content.ts';
import type { Fault } from '../fault.ts';
import { identityNumberIn } from './personal.ts';

/** Faults of what no rule about records sees; the number is not repeated. */
export function identityFaults({ texts, evidence }: Content): Fault[] {
  const names = [...texts.keys(), ...[...evidence.keys()].map((name) => `evidence/${name}`)];
  return [
    ...names.filter((name) => identityNumberIn(name) === 'sure').map(nameFault),
    ...[...texts].flatMap(([file, bytes]) => commentFaults(file, bytes)),
  ];
}

function nameFault(file: string): Fault {
  return {
    file,
    line: 0,
    col: 0,
    rule: 'privacy',
    severity: 'fault',
    message: '文件名里有身份证号码',
    remedy: '改文件名；身份证号码不得写进台账',
  };
}

/** Few records have comments: those without are not decoded. */
function commentFaults(file: string, bytes: Uint8Array): Fault[] {
  if (!bytes.includes(0x23) || file.startsWith('templates/')) return [];
  return new TextDecoder()
    .decode(bytes)
    .split('\n')
    .flatMap((line, index): Fault[] => {
      const from = /(?:^|\s)#/u.exec(line)?.index;
      const found = from === undefined ? undefined : identityNumberIn(line.slice(from));
      if (from === undefined || found === undefined) return [];
      return [
        {
          file,
          line: index + 1,
          col: from + 1,
          rule: 'privacy',
          severity: found === 'sure' ? 'fault' : 'warning',
          message: found === 'sure' ? '注释里有身份证号码' : '注释里像是有身份证号码',
          remedy: '删去；身份证号码不得写进台账。已经提交过的，报管理员按泄露处理',
        },
      ];
    });
}
