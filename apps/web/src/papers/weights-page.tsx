import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Space, Spin } from 'antd';
import { weightsView, type WeightsView } from '#contracts';
import type { Programme } from '#engine';
import { programmes } from '#rulebook';
import { useParams } from 'react-router';
import { z } from 'zod';
import { address, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { NoSuchPlace } from '../desk/no-such-place.js';
import { minuteOf } from '../desk/report-files.js';
import { ProgrammeChoice, YearChoice } from '../frame/choices.js';
import { PageHead } from '../frame/page-head.js';
import { useSay } from '../language/language.js';
import { weightsWords as words } from './weights-words.js';
import './papers.css';

interface Fields {
  readonly document: string;
  readonly points: Readonly<Record<string, string>>;
}

const decimal = /^(?:0|[1-9]\d?)(?:\.\d{1,2})?$/;

/** What each target is worth on paper in a year, as the finance ministry records it. */
export default function WeightsPage() {
  const say = useSay();
  const { programme: id = programmes[0]?.id, year: asked } = useParams();
  const programme = programmes.find((each) => each.id === id);
  const year = programme?.years.find((each) => String(each) === asked) ?? programme?.years.at(-1);
  const { data, error } = useQuery({
    ...{ queryKey: ['weights', id], enabled: programme !== undefined },
    queryFn: () => read(address(['programmes', id ?? '', 'weights']), z.array(weightsView)),
  });
  if (!programme || year === undefined) return <NoSuchPlace />;
  const inForce = data?.find((each) => each.inForce && each.year === year);
  return (
    <>
      <PageHead title={say(words.title)} lead={say(words.lead)}>
        <Space wrap>
          <ProgrammeChoice programme={programme} to={(each) => `/weights/${each}`} />
          <YearChoice {...{ programme, year }} to={(each) => `/weights/${programme.id}/${each}`} />
        </Space>
      </PageHead>
      <FailureNotice error={error} />
      {data ? (
        <WeightsForm
          key={`${programme.id} ${year} ${inForce?.id ?? ''}`}
          programme={programme}
          year={year}
          inForce={inForce}
        />
      ) : (
        !error && <Spin />
      )}
    </>
  );
}

function WeightsForm({
  programme,
  year,
  inForce,
}: {
  readonly programme: Programme;
  readonly year: number;
  readonly inForce: WeightsView | undefined;
}) {
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Fields>();
  const typed = Form.useWatch('points', form);
  const recording = useChange(weightsView, () => {
    void message.success(say(words.recorded));
    return queries.invalidateQueries({ queryKey: ['weights', programme.id] });
  });
  const total = totalOf(typed);
  return (
    <section className="sheet weights-sheet">
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title={
          inForce
            ? say(words.inForce)(inForce.document, minuteOf(inForce.recordedAt))
            : say(words.none)
        }
      />
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ points: inForce?.points ?? {} }}
        onFinish={({ document, points }) =>
          recording.mutate({
            ...{ method: 'POST', url: address(['programmes', programme.id, 'weights']) },
            body: { year, document, points, replaces: inForce?.id ?? null },
          })
        }
      >
        <table className="weights">
          <thead>
            <tr>
              <th scope="col">{say(words.target)}</th>
              <th scope="col" className="points">
                {say(words.points)}
              </th>
            </tr>
          </thead>
          <tbody>
            {programme.targets.map(({ id, name, nameEn }) => (
              <tr key={id}>
                <th scope="row">{say({ zh: name, en: nameEn })}</th>
                <td className="points">
                  <Form.Item
                    name={['points', id]}
                    rules={[
                      { required: true, message: say(words.needed) },
                      { pattern: decimal, message: say(words.decimal) },
                    ]}
                  >
                    <Input
                      inputMode="decimal"
                      maxLength={5}
                      aria-label={`${say({ zh: name, en: nameEn })} ${say(words.points)}`}
                    />
                  </Form.Item>
                </td>
              </tr>
            ))}
            <tr>
              <th scope="row">{say(words.execution)}</th>
              <td className="points figures">10</td>
            </tr>
            <tr>
              <th scope="row">{say(words.total)}</th>
              <td className="points figures" aria-live="polite">
                {total === 10_000
                  ? say(words.whole)
                  : say(words.ofHundred)((total / 100).toString())}
              </td>
            </tr>
          </tbody>
        </table>
        <Form.Item
          name="document"
          label={say(words.document)}
          rules={[{ required: true, message: say(words.needed) }]}
          style={{ marginTop: 16 }}
        >
          <Input maxLength={200} />
        </Form.Item>
        <FailureNotice error={recording.error} />
        <Button type="primary" htmlType="submit" loading={recording.isPending}>
          {say(inForce ? words.correct : words.record)}
        </Button>
      </Form>
    </section>
  );
}

/** With budget execution, in hundredths; what is no number yet counts nothing. */
function totalOf(points: Readonly<Record<string, string | undefined>> = {}): number {
  return Object.values(points).reduce<number>(
    (sum, each) => sum + (each && decimal.test(each) ? Math.round(Number(each) * 100) : 0),
    1_000,
  );
}
