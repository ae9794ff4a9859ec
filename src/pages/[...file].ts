/** The files of the site that are no pages: downloads, calendars, the feed and the data. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { files, sourceOf } from '../site.ts';
import { own } from '../text/own.ts';

/** What a server without a table of its own should say; a built site leaves that to the web server. */
const types: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  xml: 'application/atom+xml; charset=utf-8',
};

export const getStaticPaths = (() =>
  [...files().keys()].map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

export const GET: APIRoute = async ({ params }) => {
  const file = params['file'] ?? '';
  const found = files().get(file);
  if (found === undefined) return new Response(null, { status: 404 });
  sourceOf(file);
  const content = await found.make();
  const type = own(types, file.slice(file.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
  const body = typeof content === 'string' ? content : content.slice().buffer;
  return new Response(body, { headers: { 'content-type': type } });
};
