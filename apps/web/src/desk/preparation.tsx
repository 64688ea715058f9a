import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { reportView, type ProgressView, type ReportView } from '#contracts';
import { useEffect, useEffectEvent, useState, type DragEvent } from 'react';
import { FailureNotice } from '../api/failure-notice.js';
import { address } from '../api/client.js';
import { useChange } from '../api/use-change.js';
import { useSay } from '../language/language.js';
import { followReport, lastStages } from './follow-report.js';
import { subjectParts, type Place } from './place.js';
import { useReadAgain, useReports } from './queries.js';
import { deskWords as words } from './words.js';

/** The template to download, and the place to drop the filled-in workbook. */
export function Preparation({ place }: { readonly place: Place }) {
  const { programme, year } = place;
  const say = useSay();
  const readAgain = useReadAgain(place);
  const { data: reports } = useReports(place);
  const [following, follow] = useState<ReportView>();
  const [progress, setProgress] = useState<ProgressView>();
  const upload = useChange(reportView, (report) => {
    setProgress(undefined);
    follow(report);
    return undefined;
  });
  // What was being read before the page came is followed like what is sent from it.
  const unread = reports?.items.find(({ state }) => state.kind === 'received');
  if (unread && !following) follow(unread);
  const told = useEffectEvent((step: ProgressView) => {
    setProgress(step);
    if (lastStages.includes(step.stage)) void readAgain();
  });
  const followed =
    following && address([...subjectParts(place), 'reports', following.id, 'progress']);
  const lost = useEffectEvent(() => void readAgain());
  useEffect(() => (followed ? followReport(followed, told, lost) : undefined), [followed]);
  const send = (file: File | undefined) => {
    if (!file) return;
    follow(undefined);
    setProgress(undefined);
    upload.mutate({
      method: 'POST',
      url: address([...subjectParts(place), 'reports'], { name: file.name }),
      body: file,
    });
  };
  return (
    <section className="sheet preparation" aria-label={say(words.prepare)}>
      <div className="preparation-line">
        <Button
          icon={<DownloadOutlined />}
          href={address(['programmes', programme.id, 'template'], { year })}
        >
          {say(words.template)}
        </Button>
        <span className="quiet">{say(words.templateWhy)}</span>
      </div>
      <DropPlace send={send} isBusy={upload.isPending} />
      <FailureNotice error={upload.error} />
      <div aria-live="polite">
        {upload.isPending ? (
          <ReadingProgress stage="sending" />
        ) : (
          following && (
            <ReadingProgress
              stage={progress?.stage ?? 'waiting'}
              fileName={following.fileName}
              rows={progress?.rows}
            />
          )
        )}
      </div>
    </section>
  );
}

function DropPlace({
  send,
  isBusy,
}: {
  readonly send: (file: File | undefined) => void;
  readonly isBusy: boolean;
}) {
  const say = useSay();
  const [isOver, setIsOver] = useState(false);
  const over = (event: DragEvent, is: boolean) => {
    event.preventDefault();
    setIsOver(is);
  };
  return (
    <label
      className="drop-place"
      data-over={isOver}
      onDragOver={(event) => over(event, true)}
      onDragLeave={(event) => over(event, false)}
      onDrop={(event) => {
        over(event, false);
        send(event.dataTransfer.files[0]);
      }}
    >
      <InboxOutlined style={{ fontSize: 28, color: 'var(--accent)' }} aria-hidden />
      <strong>{say(words.drop)}</strong>
      <span className="quiet">{say(words.dropWhy)}</span>
      <input
        type="file"
        accept=".xlsx,.json"
        disabled={isBusy}
        aria-label={say(words.drop)}
        onChange={({ target }) => {
          send(target.files?.[0]);
          target.value = '';
        }}
      />
    </label>
  );
}

type Stage = ProgressView['stage'] | 'sending';

const shares: Readonly<Record<Stage, number>> = {
  ...{ sending: 5, waiting: 15, retrying: 15, reading: 45, evaluating: 80 },
  ...{ done: 100, refused: 100, 'set-aside': 100 },
};

function ReadingProgress({
  stage,
  fileName,
  rows,
}: {
  readonly stage: Stage;
  readonly fileName?: string;
  readonly rows?: number | undefined;
}) {
  const say = useSay();
  const hasFailed = stage === 'refused' || stage === 'set-aside';
  return (
    <div>
      <div className="preparation-line">
        <strong>{say(words.stages[stage])}</strong>
        {fileName}
        {rows !== undefined && <span className="figures quiet">{say(words.rowsSoFar)(rows)}</span>}
      </div>
      <Progress
        percent={shares[stage]}
        showInfo={false}
        status={hasFailed ? 'exception' : stage === 'done' ? 'success' : 'active'}
        aria-label={say(words.stages[stage])}
      />
    </div>
  );
}
