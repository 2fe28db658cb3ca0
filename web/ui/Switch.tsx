/** A few choices of which one holds, as a row of buttons. */
export function Switch<Value extends string>({
  label,
  value,
  choices,
  onChoose,
}: {
  label: string;
  value: Value;
  choices: readonly { value: Value; text: string }[];
  onChoose: (value: Value) => void;
}) {
  return (
    <fieldset className="flex shrink-0 rounded-inner border border-line bg-card p-0.5">
      <legend className="sr-only">{label}</legend>
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChoose(choice.value)}
          className="h-7 rounded-[5px] px-2.5 text-sm text-ink-soft hover:bg-sunken aria-pressed:bg-accent-soft aria-pressed:font-medium aria-pressed:text-accent-strong max-md:h-9"
        >
          {choice.text}
        </button>
      ))}
    </fieldset>
  );
}
