import { failureAnswer } from './failure-answer.js';

describe('a refusal', () => {
  it('names what the role may not do in words, and no code', () => {
    const { status, body } = failureAnswer({ kind: 'move-of-another-role', move: 'approve' });
    expect(status).toBe(403);
    expect(body.error.message).toBe('您的角色不能“批准”，请由有此权限的人办理。');
    expect(body.error.messageEn).toBe('Your role cannot approve.');
  });
});
