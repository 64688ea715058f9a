import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Input, Radio, Select } from 'antd';
import { moveView, type YearView } from '#contracts';
import { address } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { subjectParts, type Place } from '../desk/place.js';
import { useReadAgain } from '../desk/queries.js';
import { moveWords } from '../desk/words.js';
import { useSay } from '../language/language.js';
import { reviewWords as words } from './words.js';

type Move = YearView['next'][number]['move'];

interface Fields {
  readonly move: Move;
  readonly opinion: string;
  readonly targets?: readonly string[];
  readonly reason?: string;
}

/** The decision on a year's report: on to the next, or back with reasons. */
export function ReviewMove({
  place,
  moves,
}: {
  readonly place: Place;
  readonly moves: YearView['next'];
}) {
  const say = useSay();
  const readAgain = useReadAgain(place);
  const [form] = Form.useForm<Fields>();
  const chosen = Form.useWatch('move', form);
  const queries = useQueryClient();
  const decision = useChange(moveView, () =>
    Promise.all([readAgain(), queries.invalidateQueries({ queryKey: ['inbox'] })]),
  );
  const required = [{ required: true, message: say(words.needed) }];
  return (
    <section className="sheet">
      <h2>{say(words.decide)}</h2>
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={({ move, opinion, targets = [], reason = '' }) =>
          decision.mutate({
            method: 'POST',
            url: address([...subjectParts(place), 'years', place.year, 'moves']),
            body: { move, opinion, reasons: targets.map((target) => ({ target, reason })) },
          })
        }
      >
        <Form.Item name="move" label={say(words.move)} rules={required}>
          <Radio.Group
            options={moves.map(({ move }) => ({ value: move, label: say(moveWords[move]) }))}
          />
        </Form.Item>
        {chosen === 'return' && (
          <>
            <Form.Item name="targets" label={say(words.returnTargets)} rules={required}>
              <Select
                mode="multiple"
                showSearch={{ optionFilterProp: 'label' }}
                options={place.programme.targets.map(({ id, name, nameEn }) => ({
                  ...{ value: id, label: say({ zh: name, en: nameEn }) },
                }))}
              />
            </Form.Item>
            <Form.Item name="reason" label={say(words.returnReason)} rules={required}>
              <Input.TextArea rows={2} maxLength={2000} />
            </Form.Item>
          </>
        )}
        <Form.Item name="opinion" label={say(words.opinion)} rules={required}>
          <Input.TextArea rows={2} maxLength={2000} />
        </Form.Item>
        <FailureNotice error={decision.error} />
        <Button type="primary" htmlType="submit" loading={decision.isPending}>
          {say(words.decide)}
        </Button>
      </Form>
    </section>
  );
}
