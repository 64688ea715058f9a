import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input } from 'antd';
import { accountView, type NewAccountBody } from '#contracts';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { useSay } from '../language/language.js';
import { adminWords as words } from './words.js';

/** Opens an account, which can do nothing before another administrator grants it a role. */
export function NewAccountForm() {
  const say = useSay();
  const queries = useQueryClient();
  const [form] = Form.useForm<NewAccountBody>();
  const creation = useChange(accountView, () => {
    form.resetFields();
    return queries.invalidateQueries({ queryKey: ['accounts'] });
  });
  const required = [{ required: true, whitespace: true, message: say(words.needed) }];
  return (
    <section className="sheet">
      <h2>{say(words.newAccount)}</h2>
      <p className="quiet">{say(words.newWhy)}</p>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        className="account-fields"
        onFinish={(body) => creation.mutate({ method: 'POST', url: '/api/accounts', body })}
      >
        <Form.Item name="name" label={say(words.name)} rules={required}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="organisation" label={say(words.organisation)} rules={required}>
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={say(words.email)} rules={required}>
          <Input maxLength={254} autoComplete="off" />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={creation.isPending}>
          {say(words.newAccount)}
        </Button>
      </Form>
      <FailureNotice error={creation.error} />
      {creation.isSuccess && <Alert type="success" showIcon title={say(words.createdNow)} />}
    </section>
  );
}
