const PATHS = {
  overview: 'M3 12.5V17h3.5v-4.500zM8.300 8.500V17h3.500V8.500zM13.500 3v14H17V3z',
  customers: 'M10 10a3.300 3.300 0 1 0 0-6.600A3.300 3.300 0 0 0 10 10zm-6.200 7c.300-3.200 2.800-5 6.200-5s5.900 1.800 6.200 5',
  questions: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.800 8a2.200 2.200 0 1 1 3.200 2c-.7.400-1 .8-1 1.500M10 13.700h.010',
  review:
    'M7 8.800a2.600 2.600 0 1 0 0-5.200 2.600 2.600 0 0 0 0 5.200zM13.500 10.300a2.300 2.300 0 1 0 0-4.600M2.500 15.500c.200-2.700 2-4.200 4.500-4.200s4.300 1.500 4.500 4.200M13.500 12.300c2.200 0 3.700 1.200 4 3.700',
  imports: 'M10 3v9m-3.500-3.500L10 12l3.500-3.500M3.500 13v2.500A1.500 1.500 0 0 0 5 17h10a1.500 1.500 0 0 0 1.500-1.500V13',
  keyboard: 'M3 5.500h14v9H3zM6 8.500h.010M9 8.500h.010M12 8.500h.010M14.500 8.500h.010M6.500 11.500h7',
  search: 'M8.800 14a5.200 5.200 0 1 0 0-10.400 5.200 5.200 0 0 0 0 10.400zm3.800-1.400L17 17',
  slip: 'M5 3h10v14l-2-1.400-1.500 1.400-1.500-1.400L8.500 17 7 15.600 5 17zM7.500 7h5M7.500 10h5',
  close: 'M5 5l10 10M15 5L5 15',
  retry: 'M16 10a6 6 0 1 1-1.800-4.300L16 7.500M16 3.500v4h-4',
  undo: 'M7 5L3.500 8.500 7 12M4 8.500h8a4.250 4.250 0 0 1 0 8.500H9',
  split: 'M10 17v-5L5 6M10 12l5-6M5 9.500V6h3.500M15 9.500V6h-3.500',
  'sign-out': 'M8 3.500H5A1.500 1.500 0 0 0 3.500 5v10A1.500 1.500 0 0 0 5 16.500h3M12.500 6.500L16 10l-3.500 3.500M16 10H8',
  'theme-light':
    'M10 13.500a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM10 2.500v1.200M10 16.300v1.200M2.500 10h1.200M16.300 10h1.200M4.700 4.700l.8.8M14.500 14.500l.8.800M15.300 4.700l-.8.800M5.500 14.500l-.8.800',
  'theme-dark': 'M16 11.500A6.500 6.500 0 0 1 8.500 4a6.500 6.500 0 1 0 7.500 7.500z',
  'theme-system': 'M3.500 4.500h13v9h-13zM7.500 16.500h5M10 13.500v3',
  lead: 'M6 3.500h2.500l1 3.500-1.700 1.200a8 8 0 0 0 4 4L13 10.500l3.500 1V14a2.500 2.500 0 0 1-2.500 2.500C8.500 16.500 3.500 11.500 3.500 6A2.500 2.500 0 0 1 6 3.500z',
  inbox: 'M3.500 11.500L5.500 4h9l2 7.500V16h-13zM3.500 11.500H7l1 2h4l1-2h3.500',
  quote: 'M5.500 3h6L15 6.500V17H5.500zM8 9.500h4.500M8 12.500h4.500M11.500 3v3.500H15',
  sent: 'M17 3.500L3 9l5 2.500L10.500 17zM17 3.500l-9 8',
  booked: 'M4 5h12v12H4zM4 8.500h12M7 3v3.500M13 3v3.500M7.500 12.500l1.800 1.800 3.200-3.300',
  lost: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.500 7.500l5 5M12.500 7.500l-5 5',
  job: 'M2.500 5.500h9v8h-9zM11.500 8.500H15l2.500 2.500v2.500h-6M6 16a1.600 1.600 0 1 0 0-3.200A1.600 1.600 0 0 0 6 16zM14 16a1.600 1.600 0 1 0 0-3.200A1.600 1.600 0 0 0 14 16z',
  closed: 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM6.800 10.200l2.200 2.200 4.300-4.600',
  file: 'M5.500 3h6L15 6.500V17H5.500zM11.500 3v3.500H15',
  arrow: 'M7.500 4.500L13 10l-5.500 5.500',
} as const;

export type IconName = keyof typeof PATHS;

/** A line icon of 20 px; with `label` it speaks, without it is decoration. */
export function Icon({ name, label, className = '' }: { name: IconName; label?: string; className?: string }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: it carries aria-label or is hidden; the rule does not see spread attributes.
    <svg
      viewBox="0 0 20 20"
      className={`size-[18px] shrink-0 ${className}`}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
