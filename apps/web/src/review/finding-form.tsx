import { Alert, Button, Form, Input, Radio, Select } from 'antd';
import { findingView, type FindingView } from '#contracts';
import type { Target } from '#engine';
import { outcomeWords } from '#wording';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { subjectParts, type Place } from '../desk/place.js';
import { useReadAgain } from '../desk/queries.js';
import { useSay, type Say } from '../language/language.js';
import { evidenceWords as words } from './evidence-words.js';

const outcomes = ['met', 'not_met', 'not_applicable'] as const;

interface Fields {
  /** Target and matter, between them a slash. */
  readonly matter: string;
  readonly outcome: (typeof outcomes)[number];
  readonly reason: string;
  readonly document?: string;
}

/** A reviewer's finding on what no ledger proves; one on the same matter is corrected by it. */
export function FindingForm({
  place,
  known,
}: {
  readonly place: Place;
  readonly known: readonly FindingView[];
}) {
  const say = useSay();
  const readAgain = useReadAgain(place);
  const [form] = Form.useForm<Fields>();
  const matter = Form.useWatch('matter', form);
  const outcome = Form.useWatch('outcome', form);
  const finding = useChange(findingView, () => {
    form.resetFields();
    return readAgain();
  });
  const replaced = new Set(known.map(({ replaces }) => replaces));
  const current = known.find(
    ({ id, target, on, year }) =>
      `${target}/${on}` === matter && year === place.year && !replaced.has(id),
  );
  const required = [{ required: true, whitespace: true, message: say(words.needed) }];
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      aria-label={say(words.findingsTab)}
      className="spaced"
      onFinish={({ matter: chosen, document = '', ...rest }) => {
        const [target, on] = chosen.split('/');
        finding.mutate({
          ...{ method: 'POST', url: address([...subjectParts(place), 'findings']) },
          body: {
            ...{ ...rest, target, on, year: place.year },
            ...(document.trim() && { document }),
            ...(current && { replaces: current.id }),
          },
        });
      }}
    >
      <h3>{say(words.record)}</h3>
      <Form.Item name="matter" label={say(words.about)} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={place.programme.targets.flatMap((target) => mattersOf(target, say))}
        />
      </Form.Item>
      {current && <Alert type="info" showIcon title={say(words.willCorrect)} className="spaced" />}
      <Form.Item name="outcome" label={say(words.outcome)} rules={required}>
        <Radio.Group
          options={outcomes.map((value) => ({ value, label: say(outcomeWords[value]) }))}
        />
      </Form.Item>
      <Form.Item name="reason" label={say(words.reason)} rules={required}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
      <Form.Item
        name="document"
        label={say(words.document)}
        rules={outcome === 'not_applicable' ? required : []}
      >
        <Input maxLength={200} />
      </Form.Item>
      <FailureNotice error={finding.error} />
      <Button type="primary" htmlType="submit" loading={finding.isPending}>
        {say(words.record)}
      </Button>
    </Form>
  );
}

/** What can be decided of a target; the service says where something else cannot. */
function mattersOf(target: Target, say: Say) {
  const { id: targetId, name, nameEn } = target;
  const matters =
    target.kind === 'qualitative'
      ? target.aspects
      : [...target.confirmations, { id: 'base', what: say(words.base) }];
  return [...matters, { id: targetId, what: say(words.whole) }].map(({ id, what }) => ({
    value: `${targetId}/${id}`,
    label: `${say({ zh: name, en: nameEn })} · ${what}`,
  }));
}
