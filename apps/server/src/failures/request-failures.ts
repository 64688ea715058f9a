import { answering, forbidden, unauthorised, unfit, type Answer, type Answers } from './answer.js';

const notHttp: Answer = answering(400)(
  '收到的不是完整的 HTTP 请求，请检查地址和端口。',
  'This is no complete HTTP request.',
);

const unreadable: Readonly<Record<string, Answer>> = {
  HPE_HEADER_OVERFLOW: answering(431)(
    '请求的地址和头部过长，请缩短后再试。',
    'The address and the heads of the request are too long.',
  ),
  ERR_HTTP_REQUEST_TIMEOUT: answering(408)(
    '请求迟迟没有发完，请重新发送。',
    'The request was not complete in time.',
  ),
};

/** What is wrong with a call itself, whatever it asks for. */
export const requestFailures = {
  'key-missing': () =>
    answering(400)(
      '凡有改动的请求须带 Idempotency-Key：1 至 255 个可见 ASCII 字符，每次新的请求换一个。',
      'A call that changes something needs an Idempotency-Key of its own.',
    ),
  'unreadable-request': (failure) => unreadable[failure.code] ?? notHttp,
  'key-used': (failure) =>
    unfit(
      `Idempotency-Key ${failure.key} 已用于另一个请求，请换一个。`,
      'This Idempotency-Key was used for another request.',
    ),
  'not-signed-in': () => unauthorised('请先登录。', 'Sign in first.'),
  'foreign-origin': () =>
    forbidden(
      '该请求不是本系统页面发出的，请从本系统的页面办理。',
      'The request comes from another site.',
    ),
  'role-not-allowed': () =>
    forbidden('您的角色不能使用此功能；确需使用的，请联系管理员。', 'Your role may not do this.'),
  'area-not-allowed': () =>
    forbidden(
      '此功能限全国范围的账号使用，请由这样的账号办理。',
      'Only accounts of the whole nation may do this.',
    ),
  'scope-not-allowed': () =>
    forbidden('该令牌的权限不包括此功能，请换用权限包括它的令牌。', 'The token may not do this.'),
  'not-ready': (failure) =>
    answering(503)(
      `数据库不能读写：${failure.why}`,
      `The database cannot be read and written: ${failure.why}`,
    ),
  'storage-full': () =>
    answering(507)(
      '存储空间已满，什么也没有保存；请联系管理员，腾出空间后再试。',
      'The storage is full and nothing was kept; try again once there is room.',
    ),
  'too-many-requests': (failure) =>
    answering(429)(
      `请求过于频繁，请在${failure.seconds}秒后再试。`,
      `Too many requests; try again in ${failure.seconds} seconds.`,
    ),
  'file-missing': () =>
    answering(400)(
      '没有收到文件，请以表单的 file 或 application/octet-stream 上传。',
      'No file was sent; send a form with a file, or application/octet-stream.',
    ),
  'upload-malformed': (failure) =>
    answering(400)(
      '上传的表单有误：只能含一个名为 file 的文件。',
      `Malformed upload, which is one file called 'file': ${failure.why}.`,
    ),
  'file-too-large': (failure) =>
    answering(413)(
      `文件超过${failure.limit / 1024 / 1024}MB，请分成几份上传。`,
      'The file is too large.',
    ),
} satisfies Partial<Answers>;
