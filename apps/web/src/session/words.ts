import { roleWords } from '#wording';
/** What the pages of signing in say. */
export const sessionWords = {
  product: { zh: '绩效目标核查', en: 'Pilot targets' },
  productLong: {
    zh: '知识产权运营服务体系建设绩效核查系统',
    en: 'Performance assessment of the IP operation service system',
  },
  signIn: { zh: '登录', en: 'Sign in' },
  email: { zh: '邮箱', en: 'E-mail' },
  password: { zh: '密码', en: 'Password' },
  deviceCode: { zh: '动态口令', en: 'Device code' },
  deviceCodeHint: {
    zh: '审核、审批、审计和管理账号必填；城市填报员不填',
    en: 'For reviewers, approvers, auditors and administrators; city clerks leave it empty',
  },
  needed: { zh: '请填写', en: 'Please fill in' },
  ended: {
    zh: '登录已结束或长时间未操作，请重新登录；登录后回到原来的页面。',
    en: 'The session has ended. Sign in to come back to this page.',
  },
  enrol: { zh: '持登记码首次登记，或重设密码', en: 'First enrolment or new password by a code' },
  enrolTitle: { zh: '登记账号', en: 'Enrol' },
  code: { zh: '一次性登记码', en: 'One-time enrolment code' },
  newPassword: { zh: '新密码', en: 'New password' },
  passwordHint: {
    zh: '至少 12 个字符，不含姓名、单位或常见词',
    en: 'At least 12 characters, without names or common words',
  },
  repeat: { zh: '再输入一次', en: 'Repeat it' },
  differs: { zh: '两次输入的密码不一致', en: 'The two differ' },
  device: { zh: '登记动态口令设备', en: 'Enrol a device for codes' },
  deviceWhy: {
    zh: '用手机上的动态口令应用扫描二维码，再填写它显示的六位数字。',
    en: 'Scan with an authenticator app, then enter the six digits that it shows.',
  },
  secret: { zh: '不能扫描时手工输入的密钥', en: 'Key to type where scanning is not possible' },
  done: { zh: '完成登记', en: 'Finish' },
  enrolled: { zh: '登记完成，请登录。', en: 'Enrolled. Please sign in.' },
  back: { zh: '返回登录', en: 'Back to sign-in' },
  signOut: { zh: '退出登录', en: 'Sign out' },
  idleTitle: { zh: '即将自动退出', en: 'About to sign out' },
  idleText: {
    zh: '长时间没有操作，为安全起见将在两分钟内退出登录。',
    en: 'Nothing has happened for a while; you will be signed out within two minutes.',
  },
  stay: { zh: '继续使用', en: 'Stay signed in' },
} as const;

export const isRole = (word: string): word is keyof typeof roleWords =>
  Object.hasOwn(roleWords, word);
