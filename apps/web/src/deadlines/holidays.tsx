import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Form, Input, InputNumber } from 'antd';
import { holidaysView } from '#contracts';
import { z } from 'zod';
import { read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { useSay } from '../language/language.js';
import { useMayRecordDeadlines } from './may-record.js';
import { deadlinesPageWords as words } from './words.js';

interface Fields {
  readonly year: number;
  readonly document: string;
  readonly holidays: string;
  readonly workdays?: string;
}

const days = /^(\d{4}-\d{2}-\d{2}[\s,，、]*)+$/;
const daysIn = (text: string) => text.split(/[\s,，、]+/).filter((each) => each !== '');

/** The holidays that were added to those built in, and a form for more. */
export function Holidays() {
  const say = useSay();
  const mayRecord = useMayRecordDeadlines();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const { data, error } = useQuery({
    queryKey: ['holidays'],
    queryFn: () => read('/api/holidays', z.array(holidaysView)),
  });
  const recording = useChange(holidaysView, () => {
    form.resetFields();
    return queries.invalidateQueries({ queryKey: ['holidays'] });
  });
  const required = { required: true, message: say(words.needed) };
  const areDays = { pattern: days, message: say(words.notDays) };
  return (
    <section className="sheet">
      <h2>{say(words.holidays)}</h2>
      <FailureNotice error={error} />
      {data?.length === 0 && <p className="quiet">{say(words.noHolidays)}</p>}
      <ul className="figures">
        {data?.map(({ year, document, holidays, workdays, recordedAt }) => (
          <li key={recordedAt}>
            {year} · {document} · {say(words.off)} {say(words.days)(holidays.length)} ·{' '}
            {say(words.worked)} {say(words.days)(workdays.length)}
          </li>
        ))}
      </ul>
      {mayRecord && (
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          aria-label={say(words.recordHolidays)}
          onFinish={({ year, document, holidays, workdays = '' }) =>
            recording.mutate({
              ...{ method: 'POST', url: '/api/holidays' },
              body: { year, document, holidays: daysIn(holidays), workdays: daysIn(workdays) },
            })
          }
        >
          <div className="form-line">
            <Form.Item name="year" label={say(words.year)} rules={[required]}>
              <InputNumber min={2000} max={2200} precision={0} />
            </Form.Item>
            <Form.Item name="document" label={say(words.document)} rules={[required]}>
              <Input maxLength={200} />
            </Form.Item>
          </div>
          <Form.Item
            name="holidays"
            label={say(words.off)}
            extra={say(words.daysHint)}
            rules={[required, areDays]}
          >
            <Input.TextArea rows={2} />
          </Form.Item>
          <Form.Item
            name="workdays"
            label={say(words.worked)}
            extra={say(words.daysHint)}
            rules={[areDays]}
          >
            <Input.TextArea rows={1} />
          </Form.Item>
          <FailureNotice error={recording.error} />
          {recording.isSuccess && <Alert type="success" showIcon title={say(words.done)} />}
          <Button htmlType="submit" loading={recording.isPending}>
            {say(words.recordHolidays)}
          </Button>
        </Form>
      )}
    </section>
  );
}
