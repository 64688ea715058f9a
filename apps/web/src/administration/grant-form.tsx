import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { accountView, type AccountView, type NewGrantBody } from '#contracts';
import { useState } from 'react';
import { roleWords } from '#wording';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { useSay } from '../language/language.js';
import { isRole } from '../session/words.js';
import { adminWords as words } from './words.js';

type Kind = NewGrantBody['area']['kind'];

interface Fields {
  readonly role: NewGrantBody['role'];
  readonly code?: string;
}

const kinds: readonly Kind[] = ['nation', 'province', 'subject'];

/** Grants a role and the area that it is for; the service says which go together. */
export function GrantForm({ account }: { readonly account: AccountView }) {
  const say = useSay();
  const queries = useQueryClient();
  const granting = useChange(accountView, () =>
    queries.invalidateQueries({ queryKey: ['accounts'] }),
  );
  const required = [{ required: true, whitespace: true, message: say(words.needed) }];
  const current = account.grant;
  const [kind, setKind] = useState<Kind>(current?.area.kind ?? 'nation');
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      aria-label={say(words.grant)}
      initialValues={{ role: current?.role }}
      onFinish={({ role, code = '' }) =>
        granting.mutate({
          ...{ method: 'POST', url: address(['accounts', account.id, 'grants']) },
          body: { role, area: areaOf(kind, code.trim()) },
        })
      }
    >
      <h3>{say(words.grant)}</h3>
      <p className="quiet">{say(words.grantWhy)}</p>
      <Form.Item name="role" label={say(words.role)} rules={required}>
        <Select
          options={Object.keys(roleWords)
            .filter(isRole)
            .map((value) => ({ value, label: say(roleWords[value]) }))}
        />
      </Form.Item>
      <Form.Item label={say(words.areaKind)}>
        <Select<Kind>
          aria-label={say(words.areaKind)}
          value={kind}
          onChange={setKind}
          options={kinds.map((value) => ({ value, label: say(words[value]) }))}
        />
      </Form.Item>
      {kind !== 'nation' && (
        <Form.Item
          name="code"
          label={say(kind === 'province' ? words.provinceCode : words.subjectCode)}
          rules={required}
        >
          <Input maxLength={18} />
        </Form.Item>
      )}
      <FailureNotice error={granting.error} />
      {granting.isSuccess && <Alert type="success" showIcon title={say(words.granted)} />}
      <Button type="primary" htmlType="submit" loading={granting.isPending}>
        {say(words.grant)}
      </Button>
    </Form>
  );
}

function areaOf(kind: Kind, code: string): NewGrantBody['area'] {
  switch (kind) {
    case 'nation':
      return { kind };
    case 'province':
      return { kind, province: code };
    case 'subject':
      return { kind, code };
  }
}
