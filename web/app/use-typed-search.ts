import { useNavigate, useRouter } from '@tanstack/react-router';
import { useEffect, useState } from 'react';

const PAUSE_MS = 200;

/** Text of a search field: the address of the list follows when typing pauses, and the field follows the address. */
export function useTypedSearch(list: '/questions' | '/customers', search: string): [string, (text: string) => void] {
  const router = useRouter();
  const navigate = useNavigate();
  const [text, setText] = useState(search);
  useEffect(() => setText(search), [search]);
  useEffect(() => {
    const wanted = text.trim();
    if (wanted === search) return;
    const follow = (): void => {
      // Whoever has clicked a result meanwhile is on the way to its page, and is not called back to the list.
      if (router.latestLocation.pathname !== list) return;
      void navigate({
        to: list,
        search: ({ search: _before, ...kept }) => (wanted === '' ? kept : { ...kept, search: wanted }),
        replace: true,
      });
    };
    const timer = setTimeout(follow, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, search, list, router, navigate]);
  return [text, setText];
}
