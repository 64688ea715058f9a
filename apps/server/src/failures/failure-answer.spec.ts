import type { Failure } from '#application';
import { failureWords } from '#wording';
import { failureAnswer } from './failure-answer.js';
import type { EdgeFailure } from '../request-failure.js';

describe('a refusal', () => {
  it('names what the role may not do in words, and no code', () => {
    const { status, body } = failureAnswer({ kind: 'move-of-another-role', move: 'approve' });
    expect(status).toBe(403);
    expect(body.error.message).toBe('您的角色不能“批准”，请由有此权限的人办理。');
    expect(body.error.messageEn).toBe('Your role cannot approve.');
  });

  it('has few words of its own in the audit, whatever it is', () => {
    const words: Readonly<Record<(Failure | EdgeFailure)['kind'], { readonly zh: string }>> =
      failureWords;
    const said = Object.values(words).map(({ zh }) => zh);
    expect(new Set(said).size).toBe(said.length);
  });
});
