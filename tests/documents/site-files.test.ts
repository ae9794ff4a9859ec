import { createHash } from 'node:crypto';
import * as xlsx from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../src/documents/data/calendar.ts';
import { dataFiles } from '../../src/documents/data/data.ts';
import { feedFile } from '../../src/documents/data/feed.ts';
import { parse } from 'parse5';
import { openLedger } from '../../src/ledger/open.ts';
import { faceOf } from '../../src/views/face.ts';
import { contentOf, face } from './face.ts';

/** The lines of a calendar, folded ones joined again. */
function lines(ics: string): string[] {
  return ics.replace(/\r\n[ \t]/gu, '').split('\r\n');
}

describe('日历', () => {
  test('全天的事件，一个问题一条，编号不变', () => {
    const all = lines(calendarFile(face('yuyang')));
    expect(all.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(22);
    expect(all).toContain('UID:2020-special-01-1-due@ledger');
    expect(all.filter((line) => line === 'DTSTART;VALUE=DATE:20200531')).toHaveLength(16);
    expect(all.filter((line) => line === 'DTEND;VALUE=DATE:20200601')).toHaveLength(16);
  });

  test('时间戳来自台账，不来自时钟和时区', () => {
    const stamps = lines(calendarFile(face('yuyang'))).filter((line) => line.startsWith('DTSTAMP'));
    expect(new Set(stamps)).toEqual(new Set(['DTSTAMP:20200513T000000Z']));
    const zone = process.env['TZ'];
    const here = calendarFile(face('yuyang'));
    process.env['TZ'] = 'America/Los_Angeles';
    const there = calendarFile(face('yuyang'));
    process.env['TZ'] = zone;
    expect(there).toBe(here);
  });

  test('一个单位的只有它自己的', () => {
    const own = lines(calendarFile(face('yuyang'), 'qixiang'));
    expect(own.filter((line) => line.startsWith('SUMMARY:'))).toEqual([
      'SUMMARY:整改截止：榆阳区气象局 榆阳气象',
      'SUMMARY:整改截止：榆阳区气象局 榆阳预警发布',
    ]);
  });

  test('不上班的截止日不改日期，说明此前最后一个工作日', () => {
    const [event = ''] = lines(calendarFile(face('yuyang'))).filter((line) =>
      line.startsWith('DESCRIPTION:'),
    );
    expect(event).toContain('这一天不上班，截止日不变；此前最后一个工作日是5月29日（周五）。');
  });
});

describe('订阅源', () => {
  test('是完整的 Atom：编号、时间、作者、条目', () => {
    const feed = feedFile(face('yuyang', 'public'));
    expect(feed).toMatch(
      /^<\?xml version="1\.0" encoding="utf-8"\?>\n<feed xmlns="http:\/\/www\.w3\.org\/2005\/Atom"/u,
    );
    expect(feed).toContain('<updated>2020-05-13T00:00:00+08:00</updated>');
    expect(feed).toContain('列入问题23个');
    expect(feed).toContain('截至2020年5月13日，不反映此后情况');
    expect(parse(feed.replace(/<\?xml.*?\?>/u, '')).childNodes.length).toBeGreaterThan(0);
  });

  test('有网址的台账每条都有链接，编号不重复，最多一百条', () => {
    const feed = feedFile(face('shili', 'public'));
    const entries = feed.match(/<entry>.*?<\/entry>/gsu) ?? [];
    expect(entries).toHaveLength(100);
    expect(
      entries.every((one) => one.includes('<link href="https://ledger.example/zhenggai/')),
    ).toBe(true);
    const ids = entries.map((one) => /<id>(.*?)<\/id>/u.exec(one)?.[1]);
    expect(new Set(ids).size).toBe(100);
  });

  test('编号从不移动：同一天再报一份，原来每一条的编号不变', () => {
    const ledger = openLedger(contentOf.shili);
    const idsOf = (text: string) =>
      new Map(
        (text.match(/<entry>.*?<\/entry>/gsu) ?? []).map((one) => [
          one.replace(/<id>.*?<\/id>/u, ''),
          /<id>(.*?)<\/id>/u.exec(one)?.[1],
        ]),
      );
    const before = idsOf(feedFile(faceOf(ledger, '2026-06-15', 'internal')));
    const [issue, updates] = [...ledger.updates].find(([, list]) =>
      list.some(({ action, reportedOn }) => action === 'progress' && reportedOn > '2026-04-20'),
    )!;
    const progress = updates.find(({ action }) => action === 'progress')!;
    const day = progress.reportedOn.replaceAll('-', '');
    const more = ['000001-aaa', '235959-zzz'].map((time) => {
      const id = `${issue}/${day}-${time}`;
      return { ...progress, id, path: `updates/${id}.yaml`, publicNote: `另报 ${time}` };
    });
    const grown = { ...ledger, updates: new Map(ledger.updates).set(issue, [...updates, ...more]) };
    const after = idsOf(feedFile(faceOf(grown, '2026-06-15', 'internal')));
    const kept = [...before].filter(([entry]) => after.has(entry));
    expect(kept.length).toBeGreaterThan(90);
    for (const [entry, id] of kept) expect(after.get(entry)).toBe(id);
    expect(new Set(after.values()).size).toBe(after.size);
  });

  test('公开的订阅源没有未公开专项的条目', () => {
    expect(feedFile(face('shili', 'public'))).not.toContain('2026-hotline');
    expect(feedFile(face('shili', 'internal'))).toContain('2026-hotline');
  });
});

interface Package {
  resources: {
    path: string;
    hash: string;
    bytes: number;
    schema?: { fields: { name: string; title: string; type: string }[] };
  }[];
}

describe('开放数据', () => {
  const files = dataFiles(face('yuyang', 'public'));
  const descriptor = JSON.parse(files.get('datapackage.json') ?? '') as Package;

  test('说明文件里的大小和校验码与文件相符', () => {
    for (const { path, hash, bytes } of descriptor.resources) {
      const content = Buffer.from(files.get(path) ?? '');
      expect([path, content.length]).toEqual([path, bytes]);
      expect(`sha256:${createHash('sha256').update(content).digest('hex')}`).toBe(hash);
    }
  });

  test('CSV 的栏与说明一致，用另一个程序读得出23行', () => {
    const issues = descriptor.resources.find(({ path }) => path === 'issues.csv');
    const book = xlsx.read(Buffer.from(files.get('issues.csv') ?? ''), {
      raw: true,
      codepage: 65001,
    });
    const rows = xlsx.utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0] ?? '']!, {
      header: 1,
    });
    expect(rows[0]).toEqual(issues?.schema?.fields.map(({ name }) => name));
    expect(rows).toHaveLength(24);
  });

  test('JSON 与 JSON Schema 的栏相同', () => {
    const schema = JSON.parse(files.get('issues.schema.json') ?? '') as {
      items: { required: string[]; properties: object };
    };
    const rows = JSON.parse(files.get('issues.json') ?? '') as object[];
    expect(rows).toHaveLength(23);
    for (const row of rows) expect(Object.keys(row)).toEqual(schema.items.required);
    expect(Object.keys(schema.items.properties)).toEqual(schema.items.required);
  });

  test('公开版没有内部的栏，内部版有', () => {
    const names = (text: string | undefined) => (text ?? '').split('\r\n')[0]?.split(',') ?? [];
    expect(names(files.get('issues.csv'))).not.toContain('note');
    expect(names(dataFiles(face('shili')).get('issues.csv'))).toContain('note');
  });

  test('同一台账的数据每次都一样', () => {
    expect([...dataFiles(face('yuyang', 'public'))]).toEqual([...files]);
  });
});
