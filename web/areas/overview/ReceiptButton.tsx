import { Icon } from '../../ui/Icon.tsx';

/** The mark that every figure carries: it opens the receipt. */
export function ReceiptButton({ of, onOpen }: { of: string; onOpen: () => void }) {
  return (
    <button
      type="button"
      onClick={onOpen}
      title="How was this counted?"
      className="-m-1 grid size-7 shrink-0 place-items-center rounded-inner text-muted hover:bg-sunken hover:text-accent max-md:-m-2 max-md:size-10"
    >
      <Icon name="slip" label={`How was this counted: ${of}`} />
    </button>
  );
}
