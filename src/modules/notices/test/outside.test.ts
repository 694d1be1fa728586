/** What carries messages out: nothing without settings, faults told apart, keys that are the same in every process. */
import { createECDH } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { testKeys } from '../../../../test/world/keys.ts';
import { openOutside, type Undelivered } from '../server/outside.ts';
import { pushKeys } from '../server/push.keys.ts';

const nothing = { smtpUrl: undefined, mailFrom: undefined, publicOrigin: undefined };
let server: Server | undefined;
afterEach(() => { server?.close(); });

/** Speaks as much of SMTP as is needed; `answer` is what it says to a recipient. */
async function mailServer(answer: string, heard: string[] = []): Promise<string> {
  const listening = Promise.withResolvers<void>();
  server = createServer((socket) => {
    let inMessage = false;
    socket.write('220 test\r\n');
    socket.on('error', () => {});
    socket.on('data', (bytes) => {
      for (const line of bytes.toString('utf8').split('\r\n').filter((text, at, all) => at < all.length - 1 || text !== '')) {
        heard.push(line);
        if (inMessage) {
          if (line === '.') {
            inMessage = false;
            socket.write('250 ok\r\n');
          }
        } else if (line.startsWith('DATA')) {
          inMessage = true;
          socket.write('354 go on\r\n');
        } else socket.write(line.startsWith('RCPT') ? `${answer}\r\n` : line.startsWith('QUIT') ? '221 bye\r\n' : '250 ok\r\n');
      }
    });
  }).listen(0, '127.0.0.1', () => listening.resolve());
  await listening.promise;
  const address = server.address();
  return `smtp://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
}

const mail = { to: 'toi@thu.example', subject: 'Có thông báo mới', text: 'Mở để xem.' };
const fault = (work: Promise<void>) => work.then(() => 'sent', ({ kind, fault: what }: Undelivered) => `${kind} ${what}`);

describe('mail', () => {
  test('without settings there is none, and no web push', () => {
    expect(openOutside(nothing, testKeys)).toEqual({});
  });

  test('goes out in plain words from the address that was set', async () => {
    const heard: string[] = [];
    const { sendMail } = openOutside({ ...nothing, smtpUrl: await mailServer('250 ok', heard), mailFrom: 'satcoso@tinh.example' }, testKeys);
    expect(await fault(sendMail!(mail))).toBe('sent');
    expect(heard).toContainEqual(expect.stringMatching(/^MAIL FROM:<satcoso@tinh\.example>/));
    expect(heard).toContainEqual(expect.stringMatching(/^RCPT TO:<toi@thu\.example>/));
  });

  test.for([['550 no such user', 'refused EENVELOPE 550'], ['451 later', 'later EENVELOPE 451']])('a recipient answered by %s is %s', async ([answer, what]) => {
    const { sendMail } = openOutside({ ...nothing, smtpUrl: await mailServer(answer!), mailFrom: 'satcoso@tinh.example' }, testKeys);
    expect(await fault(sendMail!(mail))).toBe(what);
  });

  test('a server that is away is tried again', async () => {
    const url = await mailServer('250 ok');
    server!.close();
    const { sendMail } = openOutside({ ...nothing, smtpUrl: url, mailFrom: 'satcoso@tinh.example' }, testKeys);
    expect(await fault(sendMail!(mail))).toMatch(/^later E/);
  });
});

describe('web push', () => {
  test('is on where people open the app over HTTPS', () => {
    expect(openOutside({ ...nothing, publicOrigin: 'https://satcoso.tinh.example' }, testKeys).sendPush).toBeDefined();
    expect(openOutside({ ...nothing, publicOrigin: 'http://satcoso.tinh.example' }, testKeys).sendPush).toBeUndefined();
  });

  test('has a pair of keys of the curve that the keys of the installation give, always the same', () => {
    const { publicKey, privateKey } = pushKeys(testKeys);
    const curve = createECDH('prime256v1');
    curve.setPrivateKey(Buffer.from(privateKey, 'base64url'));
    expect(curve.getPublicKey().toString('base64url')).toBe(publicKey);
    expect(pushKeys(testKeys)).toEqual({ publicKey, privateKey });
    expect(pushKeys({ ...testKeys, hashing: Buffer.alloc(32, 5) }).publicKey).not.toBe(publicKey);
    expect(privateKey).not.toBe(testKeys.hashing.toString('base64url'));
  });
});
