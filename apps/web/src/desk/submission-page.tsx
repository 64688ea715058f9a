import { Alert, Button, Checkbox, Form, Input, Space, Spin } from 'antd';
import { moveView, type ReportView } from '#contracts';
import { grouped } from '#wording';
import { Navigate, useNavigate } from 'react-router';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { PageHead } from '../frame/page-head.js';
import { colon, useSay } from '../language/language.js';
import { AssessmentSummary } from '../self-assessment/assessment-summary.js';
import { NoSuchPlace } from './no-such-place.js';
import { deskAddress, subjectParts, usePlace, type Place } from './place.js';
import { useReadAgain, useSubject, useYear } from './queries.js';
import { deskWords, submissionWords as words } from './words.js';
import './desk.css';

/** Everything that is about to be submitted on one page, before it is locked. */
export default function SubmissionPage() {
  const place = usePlace();
  return place ? <Submission place={place} /> : <NoSuchPlace />;
}

function Submission({ place }: { readonly place: Place }) {
  const say = useSay();
  const go = useNavigate();
  const readAgain = useReadAgain(place);
  const { data: subject } = useSubject(place);
  const { data: standing, error } = useYear(place);
  const submit = useChange(moveView, async () => {
    await readAgain();
    await go(deskAddress(place));
  });
  if (!standing) return error ? <FailureNotice error={error} /> : <Spin />;
  if (!standing.next.some(({ move }) => move === 'submit')) {
    return <Navigate to={deskAddress(place)} replace />;
  }
  return (
    <>
      <PageHead
        title={`${say(words.title)}${say(colon)}${subject?.name ?? ''} ${place.year}`}
        lead={say(words.lead)}
      />
      <FailureNotice error={error} />
      {standing.draft.map((report) => (
        <Answers key={report.id} report={report} />
      ))}
      <AssessmentSummary place={place} />
      <Form<{ readonly opinion: string }>
        className="sheet"
        layout="vertical"
        requiredMark={false}
        onFinish={({ opinion }) =>
          submit.mutate({
            ...{ method: 'POST', body: { move: 'submit', opinion } },
            url: address([...subjectParts(place), 'years', place.year, 'moves']),
          })
        }
      >
        <Form.Item
          name="opinion"
          label={say(words.opinion)}
          extra={say(words.opinionHint)}
          rules={[{ required: true, whitespace: true, message: say(words.opinion) }]}
        >
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <Form.Item
          name="statement"
          valuePropName="checked"
          rules={[
            {
              validator: (_, is) =>
                is ? Promise.resolve() : Promise.reject(new Error(say(words.statement))),
            },
          ]}
        >
          <Checkbox>{say(words.statement)}</Checkbox>
        </Form.Item>
        <FailureNotice error={submit.error} />
        <Space wrap>
          <Button type="primary" htmlType="submit" size="large" loading={submit.isPending}>
            {say(words.confirm)}
          </Button>
          <Button size="large" onClick={() => void go(deskAddress(place))}>
            {say(words.back)}
          </Button>
        </Space>
      </Form>
    </>
  );
}

function Answers({ report: { fileName, state } }: { readonly report: ReportView }) {
  const say = useSay();
  if (state.kind !== 'accepted') return null;
  const { filledOn, filledBy, contact, phone, rows } = state;
  return (
    <section className="sheet">
      <h2>{fileName}</h2>
      <dl className="answers">
        <dt>{say(words.cover)}</dt>
        <dd>
          {state.subjectName} · {state.year}
        </dd>
        <dt>{say(words.filledBy)}</dt>
        <dd>{filledBy || '—'}</dd>
        <dt>{say(words.contact)}</dt>
        <dd>
          {contact || '—'} {phone}
        </dd>
        <dt>{say(words.filledOn)}</dt>
        <dd>{filledOn ?? '—'}</dd>
        <dt>{say(deskWords.rows)}</dt>
        <dd className="figures">{grouped(String(rows.accepted))}</dd>
      </dl>
      {rows.rejected > 0 && (
        <Alert
          type="warning"
          showIcon
          title={say(words.errors)(rows.rejected)}
          style={{ marginTop: 12 }}
        />
      )}
    </section>
  );
}
