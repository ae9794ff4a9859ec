/** Real servers on this machine that take what is sent: a group's robot over HTTP, a mail server over SMTP. */
import { createServer as createHttpServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createServer, type AddressInfo, type Server as NetServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Taken {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
}

/** What a robot answers: a status with a text and headers, or nothing at all. */
export type Reply =
  { status: number; text: string; headers?: Record<string, string> } | 'silence' | 'hang up';

export const OK: Reply = { status: 200, text: '{"errcode":0,"errmsg":"ok"}' };

/** Keeps what it was posted; `reply` may be changed between two posts. */
export class GroupServer {
  readonly taken: Taken[] = [];
  reply: Reply = OK;
  readonly #server: Server = createHttpServer((request, response) => {
    let body = '';
    request.setEncoding('utf8').on('data', (piece: string) => (body += piece));
    request.on('end', () => {
      const { url: path = '', headers } = request;
      this.taken.push({ path, headers, body: JSON.parse(body) as Record<string, unknown> });
      const reply = this.reply;
      if (reply === 'silence') return;
      if (reply === 'hang up') request.socket.destroy();
      else response.writeHead(reply.status, reply.headers).end(reply.text);
    });
  });

  /** http://127.0.0.1:PORT */
  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    onTestFinished(() => this.stop());
    return `http://127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

export interface Mail {
  readonly from: string;
  readonly to: string;
  /** Headers and body as they came. */
  readonly data: string;
}

/** As much of RFC 5321 as a mailer needs; it asks for AUTH PLAIN and refuses whom it is told to. */
export class MailServer {
  readonly mails: Mail[] = [];
  /** base64 of NUL user NUL password. */
  readonly account = Buffer.from('\0office\0secret word').toString('base64');
  refused = new Set<string>();
  /** Says nothing after the letter has come. */
  isSilent = false;
  readonly #sockets = new Set<Socket>();
  readonly #server: NetServer = createServer((socket) => {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    this.#talk(socket);
  });

  /** smtp://office:secret%20word@127.0.0.1:PORT */
  async start(password = 'secret%20word'): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    onTestFinished(() => this.stop());
    return `smtp://office:${password}@127.0.0.1:${String((this.#server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((done) => this.#server.close(done));
  }

  #talk(socket: Socket): void {
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    let rest = '';
    let from = '';
    let to = '';
    let data: string[] | undefined;
    socket.setEncoding('utf8').on('data', (piece: string) => {
      const lines = (rest + piece).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        if (data !== undefined) {
          if (line !== '.') data.push(line);
          else {
            this.mails.push({ from, to, data: data.join('\n') });
            data = undefined;
            if (!this.isSilent) say('250 2.0.0 Ok: queued as 13800138000');
          }
          continue;
        }
        const [, verb = ''] = /^(?<verb>\w+)/u.exec(line) ?? [];
        const address = /<(?<address>[^>]*)>/u.exec(line)?.groups?.['address'] ?? '';
        switch (verb.toUpperCase()) {
          case 'EHLO':
            say('250-mail.example');
            say('250 AUTH PLAIN');
            break;
          case 'AUTH':
            say(line.endsWith(this.account) ? '235 ok' : '535 5.7.8 no');
            break;
          case 'MAIL':
            from = address;
            say('250 ok');
            break;
          case 'RCPT':
            to = address;
            say(this.refused.has(to) ? '550 5.1.1 no such user' : '250 ok');
            break;
          case 'DATA':
            data = [];
            say('354 go on');
            break;
          case 'QUIT':
            say('221 bye');
            socket.end();
            break;
          default:
            say('250 ok');
        }
      }
    });
    say('220 mail.example ESMTP');
  }
}
