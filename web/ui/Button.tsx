import type { ButtonHTMLAttributes } from 'react';

const TONES = {
  plain: 'border border-line bg-card text-ink hover:bg-sunken',
  main: 'bg-accent text-on-accent hover:bg-accent-strong',
  danger: 'bg-bad text-card hover:opacity-90',
  quiet: 'text-muted hover:bg-sunken hover:text-ink',
};

/** A button; `danger` for what removes rows. */
export function Button({
  tone = 'plain',
  className = '',
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { tone?: keyof typeof TONES }) {
  return (
    <button
      type="button"
      className={`inline-flex h-9 shrink-0 items-center justify-center gap-2 rounded-inner px-3 font-medium transition-colors disabled:opacity-50 ${TONES[tone]} ${className}`}
      {...rest}
    />
  );
}
