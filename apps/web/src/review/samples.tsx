import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, InputNumber, Segmented } from 'antd';
import { sampleView } from '#contracts';
import { useState } from 'react';
import { z } from 'zod';
import { address, read } from '../api/client.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useChange } from '../api/use-change.js';
import { subjectParts, type Place } from '../desk/place.js';
import { keyOf, useReadAgain } from '../desk/queries.js';
import { minuteOf } from '../desk/report-files.js';
import { useSay } from '../language/language.js';
import { useRole } from '../session/session.js';
import { evidenceWords as words } from './evidence-words.js';
import { SampleRows } from './sample-rows.js';

interface Fields {
  readonly size: number;
  readonly seed?: string;
}

/** The samples of the year's rows: drawn, looked at and marked. */
export function Samples({ place }: { readonly place: Place }) {
  const say = useSay();
  const role = useRole();
  const readAgain = useReadAgain(place);
  const at = [...subjectParts(place), 'years', place.year, 'samples'];
  const { data: samples, error } = useQuery({
    queryKey: keyOf(place, 'samples', place.year),
    queryFn: () => read(address(at), z.array(sampleView)),
  });
  const [chosen, choose] = useState<string>();
  const drawing = useChange(sampleView, async ({ id }) => {
    await readAgain();
    choose(id);
  });
  const shown = samples?.find(({ id }) => id === chosen) ?? samples?.at(-1);
  return (
    <>
      <FailureNotice error={error} />
      {samples?.length === 0 && <p className="quiet">{say(words.noSamples)}</p>}
      {role === 'ip-reviewer' && (
        <Form<Fields>
          layout="vertical"
          requiredMark={false}
          aria-label={say(words.draw)}
          className="spaced"
          onFinish={({ size, seed = '' }) =>
            drawing.mutate({
              ...{ method: 'POST', url: address(at) },
              body: { size, ...(seed && { seed }) },
            })
          }
        >
          <div className="form-line">
            <Form.Item
              name="size"
              label={say(words.size)}
              rules={[{ required: true, message: say(words.needed) }]}
            >
              <InputNumber min={1} max={2000} precision={0} />
            </Form.Item>
            <Form.Item name="seed" label={say(words.seed)}>
              <Input maxLength={100} />
            </Form.Item>
          </div>
          <Button type="primary" htmlType="submit" loading={drawing.isPending}>
            {say(words.draw)}
          </Button>
        </Form>
      )}
      <FailureNotice error={drawing.error} />
      {samples && samples.length > 1 && (
        <Segmented
          vertical
          aria-label={say(words.samplesTab)}
          value={shown?.id ?? ''}
          onChange={choose}
          options={samples.map(({ id, drawnAt, size, population }) => ({
            ...{ value: id, label: say(words.sample)(minuteOf(drawnAt), size, population) },
          }))}
        />
      )}
      {shown && <SampleRows key={shown.id} place={place} sample={shown.id} />}
    </>
  );
}
