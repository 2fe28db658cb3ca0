import { useState } from 'react';
import { Icon, type IconName } from '../ui/Icon.tsx';

type Theme = 'system' | 'light' | 'dark';
const NEXT: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const ICONS: Record<Theme, IconName> = { system: 'theme-system', light: 'theme-light', dark: 'theme-dark' };

/** One button that goes round: as the system has it, light, dark. */
export function ThemeSwitch() {
  const [theme, setTheme] = useState(readTheme);
  const next = () => {
    const chosen = NEXT[theme];
    setTheme(chosen);
    if (chosen === 'system') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = chosen;
    storeTheme(chosen);
    window.dispatchEvent(new Event('themechange'));
  };
  return (
    <button
      type="button"
      onClick={next}
      title={`Theme: ${theme}`}
      className="grid size-9 shrink-0 place-items-center rounded-inner text-muted hover:bg-sunken"
    >
      <Icon name={ICONS[theme]} label={`Theme: ${theme}. Change to ${NEXT[theme]}`} />
    </button>
  );
}

function readTheme(): Theme {
  const chosen = document.documentElement.dataset.theme;
  return chosen === 'light' || chosen === 'dark' ? chosen : 'system';
}

function storeTheme(theme: Theme): void {
  try {
    localStorage.setItem('throughline.theme', theme);
  } catch {
    // Storage is forbidden: the choice lasts until the page is left.
  }
}
