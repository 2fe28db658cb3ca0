import { useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import type { BusinessShape, SessionShape } from '../../contract/session.ts';
import { ask } from './ask.ts';

/** Who is signed in; asked once and shared. */
export function useSession() {
  return useQuery({ queryKey: ['session'], queryFn: ({ signal }) => ask<SessionShape>('/session', { signal }), staleTime: 60_000 });
}

/** The business whose data the page shows. */
export const BusinessContext = createContext<BusinessShape | undefined>(undefined);

/** The business in view; the frame shows pages only once there is one. */
export function useBusiness(): BusinessShape {
  const business = useContext(BusinessContext);
  if (business === undefined) throw new Error('a page was shown before its business was known');
  return business;
}
