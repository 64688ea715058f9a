import {
  accountView,
  enrolmentCodeView,
  firstAdministratorsView,
  signedInView,
  type NewAccountBody,
  type NewGrantBody,
} from '#contracts';
import { ServiceConnection } from './service-connection.js';
import type { Example } from './three-cities.js';

/** Everybody's, as it is printed anyhow. */
export const password = 'kankan-yanshi-2021';

type Role = NewGrantBody['role'];

interface Person extends NewAccountBody, NewGrantBody {}

const nation = { kind: 'nation' } as const;
const [system, security, auditor] = [
  person('system', '系统管理员', '示例信息中心', 'system-administrator', nation),
  person('security', '安全管理员', '示例信息中心', 'security-administrator', nation),
  person('auditor', '审计员', '示例审计处', 'auditor', nation),
];

/** Who works in the demonstration: a clerk of each city, and one of every other role. */
function everybody(examples: readonly Example[]): readonly Person[] {
  const [province = ''] = examples.map(({ code }) => code.slice(0, 2));
  return [
    ...examples.map(({ code, name }) =>
      person(`clerk-${code}`, `${name}填报员`, `${name}知识产权局`, 'city-clerk', {
        ...{ kind: 'subject', code },
      }),
    ),
    person('province', '省级审核员', '示例省知识产权局', 'provincial-reviewer', {
      ...{ kind: 'province', province },
    }),
    person('ip', '核查员', '知识产权局（演示）', 'ip-reviewer', nation),
    person('finance', '财政审核员', '财政部（演示）', 'finance-reviewer', nation),
    person('approver', '财政审批员', '财政部（演示）', 'finance-approver', nation),
    ...[auditor, system, security],
  ];
}

/** The people of the demonstration, who work over HTTP as anybody would. */
export class DemonstrationPeople {
  private readonly secrets = new Map<string, Promise<string>>();
  private readonly all: readonly Person[];

  /** @param url of the service */
  constructor(
    private readonly url: string,
    examples: readonly Example[],
  ) {
    this.all = everybody(examples);
  }

  /** Creates their accounts, where there are none yet. @param firstCode what creates the first */
  async arrive(firstCode: string | undefined): Promise<void> {
    if (firstCode === undefined) return;
    const stranger = new ServiceConnection(this.url);
    const enrol = (code: string) => stranger.post('enrolment', { code, password });
    const first = await stranger.post('first-administrators', {
      ...{ code: firstCode, 'system-administrator': accountOf(system) },
      ...{ 'security-administrator': accountOf(security), auditor: accountOf(auditor) },
    });
    for (const { enrolment } of firstAdministratorsView.parse(first)) await enrol(enrolment.code);
    const [creating, granting] = await Promise.all([this.as(system.role), this.as(security.role)]);
    for (const each of this.all.filter(({ role }) => !isFirst(role))) {
      const { id } = accountView.parse(await creating.post('accounts', accountOf(each)));
      const { role, area } = each;
      await granting.post(`accounts/${id}/grants`, { role, area });
      const reset = await granting.post(`accounts/${id}/resets`, {});
      await enrol(enrolmentCodeView.parse(reset).code);
    }
  }

  /** The service as somebody with a role sees it. @param code what a clerk's city is */
  async as(role: Role, code?: string): Promise<ServiceConnection> {
    const who = this.all.find(
      ({ role: has, area }) =>
        has === role && (area.kind !== 'subject' || code === undefined || area.code === code),
    );
    if (!who) throw new Error(`nobody is ${role} here`);
    const secret = this.secrets.get(who.email) ?? this.signIn(who);
    this.secrets.set(who.email, secret);
    return new ServiceConnection(this.url, await secret);
  }

  /** What to sign in with, for whoever looks on. */
  get table(): readonly string[] {
    const width = Math.max(...this.all.map(({ email }) => email.length));
    return [
      ...this.all.map(({ email, name }) => `  ${email.padEnd(width)}  ${name}`),
      `  密码 password: ${password}（演示不用动态口令 no device codes here）`,
    ];
  }

  private async signIn({ email }: Person): Promise<string> {
    const stranger = new ServiceConnection(this.url);
    const answer = await stranger.post('session', { email, password, bearer: true });
    return signedInView.parse(answer).secret ?? '';
  }
}

function person(
  mailbox: string,
  name: string,
  organisation: string,
  role: Role,
  area: NewGrantBody['area'],
): Person {
  return { email: `${mailbox}@demo.example`, name, organisation, role, area };
}

function accountOf({ email, name, organisation }: Person): NewAccountBody {
  return { email, name, organisation };
}

function isFirst(role: Role): boolean {
  return [system, security, auditor].some((each) => each.role === role);
}
