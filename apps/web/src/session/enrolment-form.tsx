import { Button, Form, Input, QRCode } from 'antd';
import { accountView, deviceView } from '#contracts';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { useSay } from '../language/language.js';
import { sessionWords as words } from './words.js';

interface Fields {
  readonly code: string;
  readonly password: string;
  readonly deviceCode?: string;
}

/** Sets a password by a one-time code and, for whom one is needed, proves a device. */
export function EnrolmentForm({ done }: { readonly done: () => void }) {
  const say = useSay();
  const [form] = Form.useForm<Fields & { readonly repeated: string }>();
  const device = useChange(deviceView);
  const enrolment = useChange(accountView, () => {
    done();
    return undefined;
  });
  const askForDevice = () => {
    const code: unknown = form.getFieldValue('code');
    device.mutate({ method: 'POST', url: '/api/enrolment/device', body: { code } });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={({ code, password, deviceCode }) =>
        enrolment.mutate({
          ...{ method: 'POST', url: '/api/enrolment' },
          body: { code: code.trim(), password, ...(deviceCode && { deviceCode }) },
        })
      }
    >
      <Form.Item
        name="code"
        label={say(words.code)}
        rules={[{ required: true, message: say(words.needed) }]}
      >
        <Input autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="password"
        label={say(words.newPassword)}
        extra={say(words.passwordHint)}
        rules={[{ required: true, message: say(words.needed) }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={say(words.repeat)}
        dependencies={['password']}
        rules={[
          { required: true, message: say(words.needed) },
          ({ getFieldValue }) => ({
            validator: (_, value: unknown) =>
              value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error(say(words.differs))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {device.data ? (
        <>
          <p className="quiet">{say(words.deviceWhy)}</p>
          <QRCode value={device.data.uri} bgColor="#ffffff" color="#000000" />
          <p>
            {say(words.secret)}
            <br />
            <code>{device.data.secret}</code>
          </p>
          <Form.Item name="deviceCode" label={say(words.deviceCode)}>
            <Input inputMode="numeric" autoComplete="one-time-code" maxLength={16} />
          </Form.Item>
        </>
      ) : (
        <Form.Item extra={say(words.deviceCodeHint)}>
          <Button onClick={askForDevice} loading={device.isPending}>
            {say(words.device)}
          </Button>
        </Form.Item>
      )}
      <FailureNotice error={device.error ?? enrolment.error} />
      <Button type="primary" htmlType="submit" block loading={enrolment.isPending}>
        {say(words.done)}
      </Button>
    </Form>
  );
}
