import { useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, InputNumber, Select } from 'antd';
import { deadlineView, type DeadlineView } from '#contracts';
import { reportYears, type Programme } from '#engine';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { stepWords } from '../desk/words.js';
import { useSay } from '../language/language.js';
import { deadlinesPageWords as words } from './words.js';

type Step = DeadlineView['step'];

interface Fields {
  readonly year: number;
  readonly step: Step;
  readonly due: string;
  readonly remindBefore: number;
  readonly document: string;
}

const steps: readonly Step[] = ['submit', 'forward', 'review'];

/** Records the deadline of a step, in place of the one before where there is one. */
export function DeadlineForm({
  programme,
  known,
}: {
  readonly programme: Programme;
  readonly known: readonly DeadlineView[];
}) {
  const say = useSay();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const [year, step] = [Form.useWatch('year', form), Form.useWatch('step', form)];
  const current = known.find((each) => each.inForce && each.year === year && each.step === step);
  const recording = useChange(deadlineView, () =>
    queries.invalidateQueries({ queryKey: ['deadlines'] }),
  );
  const required = [{ required: true, message: say(words.needed) }];
  return (
    <section className="sheet">
      <h2>{say(words.record)}</h2>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ remindBefore: 5 }}
        onFinish={(fields) =>
          recording.mutate({
            ...{ method: 'POST', url: address(['programmes', programme.id, 'deadlines']) },
            body: { ...fields, replaces: current?.id ?? null },
          })
        }
      >
        <div className="form-line">
          <Form.Item name="year" label={say(words.year)} rules={required}>
            <Select options={reportYears(programme).map((value) => ({ value, label: value }))} />
          </Form.Item>
          <Form.Item name="step" label={say(words.step)} rules={required}>
            <Select options={steps.map((value) => ({ value, label: say(stepWords[value]) }))} />
          </Form.Item>
          <Form.Item name="due" label={say(words.dueDay)} rules={required}>
            <Input type="date" />
          </Form.Item>
          <Form.Item name="remindBefore" label={say(words.remindBefore)} rules={required}>
            <InputNumber min={0} max={60} precision={0} />
          </Form.Item>
          <Form.Item name="document" label={say(words.document)} rules={required}>
            <Input maxLength={200} />
          </Form.Item>
        </div>
        {current && <Alert type="info" showIcon title={say(words.willReplace)} />}
        <FailureNotice error={recording.error} />
        {recording.isSuccess && <Alert type="success" showIcon title={say(words.done)} />}
        <Button type="primary" htmlType="submit" loading={recording.isPending} className="spaced">
          {say(words.record)}
        </Button>
      </Form>
    </section>
  );
}
