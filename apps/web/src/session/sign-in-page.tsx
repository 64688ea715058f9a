import { Alert, Button, Form, Input } from 'antd';
import { signedInView } from '#contracts';
import { useState } from 'react';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { useSay } from '../language/language.js';
import { EnrolmentForm } from './enrolment-form.js';
import { Entrance } from './entrance.js';
import { enter } from './session.js';
import { sessionWords as words } from './words.js';

interface Fields {
  readonly email: string;
  readonly password: string;
  readonly deviceCode?: string;
}

/** Signs in by password and device; leads to enrolment. */
export function SignInPage({ ended }: { readonly ended: boolean }) {
  const say = useSay();
  const [view, setView] = useState<'sign-in' | 'enrol' | 'enrolled'>('sign-in');
  const signIn = useChange(signedInView, (answer) => {
    enter(answer);
    return undefined;
  });
  if (view === 'enrol') {
    return (
      <Entrance title={say(words.enrolTitle)}>
        <EnrolmentForm done={() => setView('enrolled')} />
        <Button type="link" style={{ padding: 0 }} onClick={() => setView('sign-in')}>
          {say(words.back)}
        </Button>
      </Entrance>
    );
  }
  return (
    <Entrance title={say(words.signIn)}>
      {ended && (
        <Alert type="info" showIcon title={say(words.ended)} style={{ marginBottom: 16 }} />
      )}
      {view === 'enrolled' && (
        <Alert type="success" showIcon title={say(words.enrolled)} style={{ marginBottom: 16 }} />
      )}
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        onFinish={({ email, password, deviceCode }) =>
          signIn.mutate({
            ...{ method: 'POST', url: '/api/session' },
            body: { email, password, ...(deviceCode && { deviceCode: deviceCode.trim() }) },
          })
        }
      >
        <Form.Item
          name="email"
          label={say(words.email)}
          rules={[{ required: true, message: say(words.needed) }]}
        >
          <Input autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Form.Item
          name="password"
          label={say(words.password)}
          rules={[{ required: true, message: say(words.needed) }]}
        >
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Form.Item
          name="deviceCode"
          label={say(words.deviceCode)}
          extra={say(words.deviceCodeHint)}
        >
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={16} size="large" />
        </Form.Item>
        <FailureNotice error={signIn.error} />
        <Button type="primary" htmlType="submit" size="large" block loading={signIn.isPending}>
          {say(words.signIn)}
        </Button>
      </Form>
      <Button type="link" style={{ padding: 0, marginTop: 16 }} onClick={() => setView('enrol')}>
        {say(words.enrol)}
      </Button>
    </Entrance>
  );
}
