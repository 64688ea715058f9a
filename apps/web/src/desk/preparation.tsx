import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import { reportView, type ProgressView } from '#contracts';
import { useEffect, useEffectEvent, useState, type DragEvent } from 'react';
import { FailureNotice } from '../api/failure-notice.js';
import { address } from '../api/client.js';
import { useChange } from '../api/use-change.js';
import { useSay } from '../language/language.js';
import { followReport, lastStages } from './follow-report.js';
import { subjectParts, type Place } from './place.js';
import { useReadAgain } from './queries.js';
import { deskWords as words } from './words.js';

/** The template to download, and the place to drop the filled-in workbook. */
export function Preparation({ place }: { readonly place: Place }) {
  const { programme, year } = place;
  const say = useSay();
  const readAgain = useReadAgain(place);
  const [following, follow] = useState<string>();
  const [progress, setProgress] = useState<ProgressView>();
  const upload = useChange(reportView, ({ id }) => {
    setProgress(undefined);
    follow(id);
    return undefined;
  });
  const told = useEffectEvent((step: ProgressView) => {
    setProgress(step);
    if (lastStages.includes(step.stage)) void readAgain();
  });
  const followed = following && address([...subjectParts(place), 'reports', following, 'progress']);
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
        {(upload.isPending || following) && (
          <ReadingProgress progress={progress} isSending={upload.isPending} />
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

const shares: Readonly<Record<ProgressView['stage'], number>> = {
  ...{ waiting: 15, retrying: 15, reading: 45, evaluating: 80 },
  ...{ done: 100, refused: 100, 'set-aside': 100 },
};

function ReadingProgress({
  progress,
  isSending,
}: {
  readonly progress: ProgressView | undefined;
  readonly isSending: boolean;
}) {
  const say = useSay();
  const stage = isSending || !progress ? 'sending' : progress.stage;
  const hasFailed = stage === 'refused' || stage === 'set-aside';
  return (
    <div>
      <div className="preparation-line">
        <strong>{say(words.stages[stage])}</strong>
        {progress && <span className="figures quiet">{say(words.rowsSoFar)(progress.rows)}</span>}
      </div>
      <Progress
        percent={stage === 'sending' ? 5 : shares[stage]}
        showInfo={false}
        status={hasFailed ? 'exception' : stage === 'done' ? 'success' : 'active'}
        aria-label={say(words.stages[stage])}
      />
    </div>
  );
}
