import { useId } from 'react';
import type { ChoicesShape, QuestionShape } from '../../../contract/questions.ts';
import { showName } from '../../ui/show-values.ts';

const FIELD = 'h-9 w-full min-w-0 rounded-inner border border-line bg-card px-2 text-sm max-md:h-11';

interface FieldProps {
  parameter: QuestionShape['parameters'][number];
  choices: ChoicesShape | undefined;
  value: string;
  onChange: (value: string) => void;
}

/** A parameter with its name and the field that fits what it takes. */
export function ParameterField(props: FieldProps) {
  const { parameter } = props;
  const id = useId();
  return (
    <div className="min-w-0" title={parameter.meaning}>
      <label htmlFor={id} className="mb-1 block text-xs font-medium text-muted">
        {showName(parameter.name)}
        {parameter.required === true && <span className="text-bad"> (needed)</span>}
      </label>
      <Field id={id} {...props} />
    </div>
  );
}

/** Names are offered, not demanded: a spelling of a file is understood too. */
function Field({ id, parameter, choices, value, onChange }: FieldProps & { id: string }) {
  const listId = useId();
  const offered = offers(parameter.type, choices);
  const placeholder = parameter.default === null || parameter.default === undefined ? 'any' : String(parameter.default);
  if (parameter.choices !== undefined && parameter.type === 'text')
    return (
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={FIELD}>
        <option value="">{placeholder}</option>
        {parameter.choices.map((choice) => (
          <option key={choice} value={choice}>
            {showName(choice.toLowerCase())}
          </option>
        ))}
      </select>
    );
  if (parameter.type === 'boolean')
    return (
      <select id={id} value={value} onChange={(event) => onChange(event.target.value)} className={FIELD}>
        <option value="">{placeholder}</option>
        <option value="true">yes</option>
        <option value="false">no</option>
      </select>
    );
  if (parameter.type === 'date')
    return <input id={id} type="date" value={value} onChange={(event) => onChange(event.target.value)} className={FIELD} />;
  return (
    <>
      <input
        id={id}
        type="text"
        inputMode={parameter.type === 'integer' || parameter.type === 'number' ? 'decimal' : undefined}
        autoCapitalize={parameter.type === 'currency' ? 'characters' : undefined}
        list={offered.length > 0 ? listId : undefined}
        value={value}
        placeholder={placeholder}
        onChange={(event) => onChange(event.target.value)}
        className={`${FIELD} placeholder:text-muted`}
      />
      {offered.length > 0 && (
        <datalist id={listId}>
          {offered.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
    </>
  );
}

function offers(type: string, choices: ChoicesShape | undefined): readonly string[] {
  if (type === 'branch' || type === 'sales_person' || type === 'lead_source') return choices?.[type] ?? [];
  return type === 'currency' ? ['USD', 'CAD'] : [];
}
