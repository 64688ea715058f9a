import { inspect } from 'node:util';
import { join } from 'node:path';
import { randomIds, Remind } from '#application';
import { deadlineView, remindersView } from '#contracts';
import { openStore } from '#persistence';
import { programmes } from '#rulebook';
import sqlite from 'better-sqlite3';
import { SmtpMailer } from '../../config/smtp-mailer.js';
import { MailServerOnTrial } from './mail-server-on-trial.js';
import { ServiceOnTrial } from './service-on-trial.js';
import { smallReport } from './small-report.js';

const subject = '/api/subjects/2019-city-operation/999901';
const from = 'no-reply@example.cn';

const textWith = (part: string): unknown => expect.stringContaining(part);

describe('reminders', () => {
  let mailServer: MailServerOnTrial;
  let service: ServiceOnTrial;
  beforeEach(async () => {
    mailServer = await MailServerOnTrial.start();
    service = await ServiceOnTrial.start({ SMTP_URL: mailServer.url(), MAIL_FROM: from });
    // Later than any day on which this is tried, so that the service's own clock does nothing.
    const table = { year: 2090, document: '示例〔2089〕1号', holidays: [], workdays: [] };
    await service.post('/api/holidays', table);
    await record('submit');
  });
  afterEach(async () => {
    await service.stop();
    await mailServer.stop();
  });

  const record = async (step: string, rest: object = {}) => {
    const deadline = {
      year: 2021,
      step,
      due: '2090-06-30',
      document: '示例核〔2090〕1号',
      ...rest,
    };
    const path = '/api/programmes/2019-city-operation/deadlines';
    return deadlineView.parse(await (await service.post(path, deadline)).json());
  };
  /** As several servers do it at once, each by a clock of its own. */
  const remind = async (...clocks: readonly string[]) => {
    await Promise.all(
      clocks.map(async (now) => {
        const stores = await openStore(service.folder, 'product');
        const mailer = { send: () => Promise.reject(new Error('the service sends')) };
        const queue = { wake: () => undefined };
        const parts = { programmes, clock: { now: () => now }, ids: randomIds, queue, mailer };
        await new Remind({ ...stores, ...parts }).remindDue();
        await stores.close();
      }),
    );
  };
  const reminders = async () =>
    remindersView.parse(await service.json(`${subject}/reminders`)).items;

  it('come once that a deadline is near and once that it is over, however many servers look', async () => {
    await remind('2090-06-22T23:59:59.999+08:00');
    expect(await reminders()).toEqual([]);
    const near = ['2090-06-23T00:00:00.000+08:00', '2090-06-30T23:59:59.999+08:00'];
    await remind(...near, ...near);
    expect(await reminders()).toMatchObject([{ kind: 'near' }]);
    const over = ['2090-07-01T00:00:00.000+08:00', '2090-07-02T12:00:00.000+08:00'];
    await remind(...over, ...over, ...near);
    const told = await reminders();
    expect(told.map(({ kind }) => kind)).toEqual(['overdue', 'near']);

    const mails = await mailServer.take(2);
    expect(mails).toHaveLength(2);
    expect(mails[0]).toMatchObject({ from, text: textWith('999901 示例市') });
    expect(mails.map(({ text }) => /临近|已超过/.exec(text)?.[0])).toEqual(['临近', '已超过']);
    expect(
      mails.map(({ headers }) => told.filter(({ id }) => headers.includes(id)).length),
    ).toEqual([1, 1]);
  });

  it('go to whom the report lies with', async () => {
    await record('forward');
    await service.handIn(2021, smallReport(2021));
    await remind('2090-06-25T12:00:00.000+08:00');
    const told = await reminders();
    expect(told).toHaveLength(1);
    const [mail] = await mailServer.take(1);
    expect(mail?.text).toContain('省级转报');
  });

  it('begin anew with a deadline that was moved', async () => {
    await remind('2090-07-01T00:00:00.000+08:00');
    const path = '/api/programmes/2019-city-operation/deadlines';
    const [{ id: replaces } = { id: '' }] = deadlineView.array().parse(await service.json(path));
    await record('submit', { due: '2090-07-31', replaces });
    await remind('2090-07-02T00:00:00.000+08:00');
    expect(await reminders()).toHaveLength(1);
    await remind('2090-07-31T00:00:00.000+08:00');
    expect((await reminders()).map(({ kind }) => kind)).toEqual(['near', 'overdue']);
  });

  it('are sent again where the mail server puts them off, and every try is recorded', async () => {
    mailServer.putOff = 1;
    await remind('2090-06-25T12:00:00.000+08:00');
    await mailServer.take(1);
    const delivered = async () => {
      for (;;) {
        const [reminder] = await reminders();
        if (reminder?.delivery?.outcome === 'sent') return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    };
    await delivered();
    const database = new sqlite(join(service.folder, 'pilot-targets.sqlite'), { readonly: true });
    const tries = database.prepare('SELECT outcome, reason FROM reminder_delivery').all();
    database.close();
    expect(tries).toMatchObject([
      { outcome: 'failed', reason: textWith('Try again later') },
      { outcome: 'sent', reason: null },
    ]);
  }, 30_000);

  it('fail without telling a password', async () => {
    const letter = { id: 'one', to: 'a@example.cn', subject: 's', text: 't' };
    const send = new SmtpMailer(mailServer.url('wrong-sekret'), from).send(letter);
    const error: unknown = await send.catch((thrown: unknown) => thrown);
    const said = inspect(error, { depth: null, showHidden: true });
    expect(said).toContain('Invalid username or password');
    expect(said).not.toContain('wrong-sekret');
    expect(said).not.toContain(Buffer.from('\0pilot\0wrong-sekret').toString('base64'));
  });
});
