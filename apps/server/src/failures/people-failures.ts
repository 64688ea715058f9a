import { conflict, notFound, unauthorised, unfit, type Answers } from './answer.js';

const weaknesses = {
  'too-short': '密码至少12个字符。',
  'too-long': '密码至多128个字符。',
  common: '密码过于常见，请换一个。',
  'names-its-owner': '密码不能含有姓名、单位或邮箱名。',
} as const;
const areaNames = { nation: '全国', province: '一个省', subject: '一个填报主体' } as const;

/** Accounts and their sessions, devices and tokens. */
export const peopleFailures = {
  'sign-in-refused': () =>
    unauthorised(
      '邮箱、密码或动态口令不对，或账号已锁定；请核对后再试，仍不成的请联系管理员。',
      'Wrong e-mail, password or device code, or the account is locked.',
    ),
  'code-refused': () =>
    unauthorised(
      '该凭据不对、已用过或已过期；请核对，仍不成的请管理员另发。',
      'The code is wrong, used already, or over.',
    ),
  'weak-password': (failure) =>
    unfit(weaknesses[failure.weakness], `The password is unfit: ${failure.weakness}.`),
  'device-not-proven': () =>
    unfit(
      '须先取得动态口令设备的密钥，并填写它当前显示的口令。',
      'Take a device first, and give the code that it shows now.',
    ),
  'unknown-account': () => notFound('没有这个账号，请从账号列表里选。', 'No such account.'),
  'account-exists': (failure) =>
    conflict(`邮箱 ${failure.email} 已有账号。`, 'There is an account with this e-mail.'),
  'account-closed': () =>
    conflict('该账号已注销，不能再办理；需要的请另开账号。', 'The account is closed.'),
  'own-account': () =>
    conflict(
      '不能办理本人的账号，请由另一位管理员办理。',
      'Nobody may do this to the own account.',
    ),
  'no-role': () => conflict('请先授予角色。', 'A role has to be granted first.'),
  'unfit-area': (failure) =>
    unfit(
      `该角色的区域应为${failure.kinds.map((kind) => areaNames[kind]).join('或')}。`,
      `The area of a ${failure.role} is: ${failure.kinds.join(', ')}.`,
    ),
  'last-of-its-role': (failure) =>
    conflict('这是最后一个担任此角色的账号，请先另授一人。', `This is the last ${failure.role}.`),
  'unknown-session': () => notFound('没有这个登录，可能已经退出，请重新查看。', 'No such session.'),
  'unknown-token': () => notFound('没有这个令牌，可能已经作废，请重新查看。', 'No such token.'),
  'scope-beyond-role': () =>
    unfit(
      '令牌的权限不能超出本人的角色，请少选几项。',
      'A token may not do more than its account.',
    ),
} satisfies Partial<Answers>;
