import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Radio } from 'antd';
import { rowFindingView } from '#contracts';
import { address, readAll } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { subjectParts, type Place } from '../desk/place.js';
import { keyOf, useReadProgrammeAgain } from '../desk/queries.js';
import { useSay } from '../language/language.js';
import { rowWords as words } from './words.js';

/** A row of a report's ledger. */
export interface RowPlace {
  /** The report's id. */
  readonly part: string;
  /** The ledger's id. */
  readonly ledger: string;
  readonly row: number;
}

const outcomes = ['excluded', 'confirmed'] as const;

interface Fields {
  readonly outcome: (typeof outcomes)[number];
  readonly reason: string;
}

/** All findings on single rows of a subject, oldest first. */
export function useRowFindings(place: Pick<Place, 'programme' | 'code'>) {
  return useQuery({
    queryKey: keyOf(place, 'row-findings'),
    queryFn: () => readAll([...subjectParts(place), 'row-findings'], rowFindingView),
  });
}

/** A reviewer's decision on a single row, which corrects the one before. */
export function RowFindingForm({
  place,
  row: { part, ledger, row },
}: {
  readonly place: Pick<Place, 'programme' | 'code'>;
  readonly row: RowPlace;
}) {
  const say = useSay();
  // What others claim of the same is settled by it, too.
  const readAgain = useReadProgrammeAgain(place.programme);
  const { data: findings } = useRowFindings(place);
  const current = findings?.findLast(
    (each) => each.part === part && each.ledger === ledger && each.row === row,
  );
  const decision = useChange(rowFindingView, readAgain);
  const required = [{ required: true, whitespace: true, message: say(words.needed) }];
  return (
    <Form<Fields>
      layout="vertical"
      requiredMark={false}
      aria-label={say(words.finding)}
      onFinish={({ outcome, reason }) =>
        decision.mutate({
          ...{ method: 'POST', url: address([...subjectParts(place), 'row-findings']) },
          body: { part, ledger, row, outcome, reason, replaces: current?.id ?? null },
        })
      }
    >
      <h3>{say(words.finding)}</h3>
      <p className="quiet">{say(words.findingWhy)}</p>
      {current && <p>{say(words.current)(say(words[current.outcome]), current.reason)}</p>}
      <Form.Item name="outcome" label={say(words.outcome)} rules={required}>
        <Radio.Group options={outcomes.map((value) => ({ value, label: say(words[value]) }))} />
      </Form.Item>
      <Form.Item name="reason" label={say(words.reason)} rules={required}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <FailureNotice error={decision.error} />
      {decision.isSuccess && <Alert type="success" showIcon title={say(words.recorded)} />}
      <Button type="primary" htmlType="submit" loading={decision.isPending}>
        {say(words.record)}
      </Button>
    </Form>
  );
}
