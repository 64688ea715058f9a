import { openLog } from './log.js';

describe('the log', () => {
  const logged = (event: object) => {
    let lines = '';
    const log = openLog('debug', { write: (line) => (lines += line) });
    log.info(event);
    return lines;
  };

  it.each<[string, object]>([
    ['a password', { password: 'sekret' }],
    ['a token of somebody', { account: { token: 'sekret' } }],
    ['a cookie', { request: { headers: { cookie: 'session=sekret' } } }],
    ['an Authorization header', { headers: { authorization: 'Bearer sekret' } }],
    [
      'what it brought, deep within',
      { job: { calls: [{ headers: { 'set-cookie': ['sekret'] } }] } },
    ],
    ['the query of an address', { req: { method: 'GET', url: '/api?token=sekret' } }],
    ['a password in a URL', { msg: 'no answer from postgres://pilot:sekret@127.0.0.1/db' }],
    ['a password with a colon', { url: 'postgres://pilot:se:kret@127.0.0.1/db' }],
    ['a URL in an error', { err: new Error('Invalid URL redis://:sekret@host') }],
    ['what an error carries', { err: Object.assign(new Error('x'), { parameters: ['sekret'] }) }],
    ['the cause of one', { err: new Error('x', { cause: new Error('a://b:sekret@c') }) }],
  ])('does not hold %s', (_, event) => {
    const line = logged(event);
    expect(line).not.toMatch(/se:?kret/);
    expect(JSON.parse(line)).toMatchObject({ level: 30 });
  });

  it('says of an error what it is and where it was', () => {
    const line: unknown = JSON.parse(logged({ err: new TypeError('no such thing') }));
    const stack: unknown = expect.stringContaining('log.spec');
    expect(line).toMatchObject({ err: { type: 'TypeError', message: 'no such thing', stack } });
  });
});
