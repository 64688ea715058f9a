import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Spin } from 'antd';
import { verifiedPaperView, type VerifiedPaperView } from '#contracts';
import { useNavigate, useParams } from 'react-router';
import { address, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { minuteOf } from '../desk/report-files.js';
import { useSay } from '../language/language.js';
import { Mark } from '../look/status-mark.js';
import { Entrance } from '../session/entrance.js';
import { kindWords, paperWords as words, standingWords } from './words.js';
import './papers.css';

/** Tells anybody who holds a paper whether it was issued here, and still holds. */
export default function VerifyPage() {
  const say = useSay();
  const go = useNavigate();
  const { code = '' } = useParams();
  const { data, error, isFetching } = useQuery({
    ...{ queryKey: ['verification', code], enabled: code !== '' },
    queryFn: () => read(address(['verification', code]), verifiedPaperView),
  });
  return (
    <Entrance title={say(words.verify)}>
      <p>{say(words.verifyHint)}</p>
      <Form<{ readonly code: string }>
        key={code}
        layout="vertical"
        requiredMark={false}
        initialValues={{ code }}
        onFinish={({ code: typed }) => void go(`/verify/${encodeURIComponent(typed.trim())}`)}
      >
        <Form.Item
          name="code"
          label={say(words.code)}
          rules={[{ required: true, message: say(words.needed) }]}
        >
          <Input
            size="large"
            maxLength={40}
            autoComplete="off"
            spellCheck={false}
            placeholder="XXXXX-XXXXX-XXXXX-XXXXX"
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block>
          {say(words.check)}
        </Button>
      </Form>
      <div aria-live="polite">
        {isFetching && <Spin />}
        <FailureNotice error={error} />
        {data && <Verified paper={data} />}
      </div>
    </Entrance>
  );
}

function Verified({ paper }: { readonly paper: VerifiedPaperView }) {
  const say = useSay();
  const { kind, standing, isDraft, programme, subject, year, gist, issuedAt } = paper;
  return (
    <dl className="verified">
      <dt>{say(words.kind)}</dt>
      <dd>
        <strong>{say(kindWords[kind])}</strong>
        {isDraft && `（${say(words.draft)}）`}{' '}
        <Mark tone={standingWords[standing].tone}>{say(standingWords[standing])}</Mark>
      </dd>
      <dt>{say(words.programme)}</dt>
      <dd>{programme.name}</dd>
      <dt>{say(words.subject)}</dt>
      <dd>
        {subject.name}（{subject.code}）
      </dd>
      <dt>{say(words.year)}</dt>
      <dd>{year}</dd>
      <dt>{say(words.gist)}</dt>
      <dd>{gist}</dd>
      <dt>{say(words.issuedAt)}</dt>
      <dd>{minuteOf(issuedAt)}</dd>
      <dt>
        {say(words.files)}（{say(words.filesHint)}）
      </dt>
      <dd>
        <ul>
          {paper.files.map(({ format, sha256 }) => (
            <li key={format}>
              .{format} {sha256}
            </li>
          ))}
        </ul>
      </dd>
      <dt>{say(words.determination)}</dt>
      <dd>{paper.determination}</dd>
    </dl>
  );
}
